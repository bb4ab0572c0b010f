import { CheckCircleFilled } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { Explain } from "@/components/Explain";
import { PrintMenu } from "@/components/papers/PrintMenu";
import { StatusTag } from "@/components/tags";
import type { IntakeCaseFragment as CaseData } from "@/graphql/gen/graphql";
import { useViewer } from "@/office/viewer";

/** What became of the contact: the number for the slip, the date, and what is next. */
export function IntakeDone(props: { done: CaseData; onNew: () => void }) {
  const { t } = useTranslation("intake");
  const navigate = useNavigate();
  const viewer = useViewer();
  const { done } = props;
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  const mayOffer = done.allowedActs.includes("OFFER_HAND_OVER");
  const handler = done.post?.onDuty;
  return (
    <section className="xx-card xx-done" aria-labelledby="xx-done-title">
      <CheckCircleFilled aria-hidden />
      <div role="status">
        <h2 id="xx-done-title">{t("done.title", { receiptNo: done.receiptNo })}</h2>
      </div>
      <p>
        <StatusTag status={done.status} />
        {done.open ? (
          <span>
            {t(`enums:ClockKind.${done.clock}`)}{" "}
            <strong>
              <DateTimeText at={done.dueAt} />
            </strong>
          </span>
        ) : null}
      </p>
      {done.promise && done.status === "PROMISED" ? (
        <Explain explanation={done.promise.explanation} compact heading={false} />
      ) : null}
      {mayOffer && handler && handler.id !== viewer.staff.id ? (
        <p className="xx-banner" data-tone="info">
          {t("done.handOver", { post: done.post?.name ?? "", name: handler.name })}
        </p>
      ) : null}
      <div className="xx-done-actions">
        <Button ref={again} type="primary" size="large" onClick={props.onNew}>
          {t("done.again")}
        </Button>
        <Button size="large" onClick={() => void navigate(`/cases/${done.receiptNo}`)}>
          {t("done.open")}
        </Button>
        <PrintMenu of={{ caseId: done.id }} papers={done.papers} size="large" label={t("done.print")} />
      </div>
    </section>
  );
}
