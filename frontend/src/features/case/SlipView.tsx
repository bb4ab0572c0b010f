import { PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { DateText, DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { Explain } from "@/components/Explain";
import { graphql } from "@/graphql/gen";
import type { SlipQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useViewer, useZone } from "@/office/viewer";
import { dayOf } from "@/office/zone";
import "./slip.css";

const SlipDocument = graphql(`
  query Slip($receiptNo: String!) {
    case(receiptNo: $receiptNo) {
      id
      receiptNo
      status
      contactAt
      closedAt
      demand
      outcome
      resident { id name }
      item { id name }
      firstResponder { id name posts { id name window a { id } } }
      responsible { id name }
      post { id name window }
      guidedTo { id name address phone hours website }
      promise { id dueAt madeAt workingDays explanation { ...Explain_DeadlineExplanation } }
    }
  }
`);

type Slip = NonNullable<SlipQuery["case"]>;

/** The paper of a case on A4: the guidance slip of one that was guided (F7), otherwise the acceptance receipt (F5). */
export function Component() {
  const { t } = useTranslation("case");
  const { receiptNo = "" } = useParams();
  const { data, error, loading } = useQuery(SlipDocument, { variables: { receiptNo }, fetchPolicy: "network-only" });
  const slip = data?.case;
  const printable = slip && (slip.guidedTo || slip.promise);
  useEffect(() => {
    document.title = slip ? `${t(slip.guidedTo ? "slip.guidance" : "slip.receipt")} ${slip.receiptNo}` : receiptNo;
  }, [slip, receiptNo, t]);
  return (
    <main className="xx-slip-page">
      <div className="xx-slip-bar xx-no-print">
        <Link to={`/cases/${receiptNo}`}>{t("slip.back")}</Link>
        {printable ? (
          <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()} autoFocus>
            {t("slip.print")}
          </Button>
        ) : null}
      </div>
      {printable ? (
        <Paper slip={slip} />
      ) : loading && !data ? (
        <Skeleton active />
      ) : (
        <EmptyHint
          title={error ? t("failed") : slip ? t("slip.noSlip") : t("notFound.title", { receiptNo })}
          hint={error ? sayRefusal(refusalOf(error), t) : slip ? t("slip.noSlipHint") : t("notFound.hint")}
        />
      )}
    </main>
  );
}

function Paper({ slip }: { slip: Slip }) {
  const { t } = useTranslation("case");
  const viewer = useViewer();
  const zone = useZone();
  const to = slip.guidedTo;
  const at = to ? (slip.closedAt ?? slip.contactAt) : (slip.promise?.madeAt ?? slip.contactAt);
  const { posts } = slip.firstResponder;
  const post = posts.find((one) => one.a.id === slip.firstResponder.id) ?? posts[0];
  return (
    <article className="xx-slip">
      <header>
        <p className="xx-slip-office">{viewer.community.name}</p>
        <h1>{t(to ? "slip.guidance" : "slip.receipt")}</h1>
        <dl className="xx-slip-meta">
          <div>
            <dt>{t("slip.receiptNo")}</dt>
            <dd>{slip.receiptNo}</dd>
          </div>
          <div>
            <dt>{t("slip.date")}</dt>
            <dd>
              <DateText date={dayOf(at, zone)} />
            </dd>
          </div>
        </dl>
      </header>
      <p>{slip.resident ? t("slip.greeting", { name: slip.resident.name }) : t("slip.greetingNobody")}</p>
      <p className="xx-slip-text">{t(to ? "slip.guidanceText" : "slip.receiptText")}</p>
      <table>
        <tbody>
          <Row head={t("slip.matter")}>
            {slip.item ? `${slip.item.name} · ` : ""}
            {slip.demand}
          </Row>
          {to ? (
            <>
              <Row head={t("slip.department")}>
                <strong>{to.name}</strong>
              </Row>
              <Row head={t("slip.address")}>{to.address}</Row>
              <Row head={t("slip.phone")}>{to.phone}</Row>
              <Row head={t("slip.hours")}>{to.hours}</Row>
              {to.website ? <Row head={t("slip.website")}>{to.website}</Row> : null}
              <Row head={t("slip.said")}>{slip.outcome}</Row>
            </>
          ) : slip.promise ? (
            <>
              <Row head={t("slip.promise")}>
                <strong>
                  <DateTimeText at={slip.promise.dueAt} />
                </strong>
              </Row>
              <Row head={t("slip.why")}>
                <Explain explanation={slip.promise.explanation} heading={false} />
              </Row>
              <Row head={t("slip.responsible")}>
                {[slip.responsible.name, slip.post?.name, slip.post?.window].filter(Boolean).join(" · ")}
              </Row>
            </>
          ) : null}
          <Row head={t("slip.first")}>
            {[slip.firstResponder.name, post?.name, post?.window].filter(Boolean).join(" · ")}
          </Row>
        </tbody>
      </table>
      <p className="xx-slip-text">{t("slip.closing")}</p>
      <footer>
        <p>{viewer.community.name}</p>
        <p>{t("slip.seal")}</p>
        <p>
          <DateText date={dayOf(at, zone)} />
        </p>
      </footer>
    </article>
  );
}

function Row({ head, children }: { head: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      <td>{children}</td>
    </tr>
  );
}
