import { DownloadOutlined, FileExcelOutlined, PictureOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Chart, type ChartSeries, type Picture } from "@/components/Chart";
import { RefusalNote } from "@/components/RefusalNote";
import { type Refusal, refusalOf } from "@/graphql/refusal";
import type { Span } from "@/office/days";
import { keepFile, keepSheet, keepWorkbook, type Sheet } from "./csv";
import { useSaySpan } from "./SpanText";

/** A chart, below it the table that says the same; both can be taken along. `folded` keeps a long table closed until it is asked for. */
export function ChartBlock(props: {
  title: string;
  extra?: ReactNode;
  span: Span;
  kind: "bars" | "line";
  names: readonly string[];
  series: readonly ChartSeries[];
  height?: number;
  sheet: Sheet;
  empty: boolean;
  folded?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation("dashboard");
  const id = useId();
  const saySpan = useSaySpan();
  const [picture, setPicture] = useState<Picture | null>(null);
  const [keeping, setKeeping] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const full = `${props.title} · ${saySpan(props.span)}`;
  return (
    <section className="xx-card xx-card-pad xx-dash-block" aria-labelledby={id}>
      <div className="xx-dash-block-head">
        <h2 className="xx-section-title" id={id}>
          {props.title}
        </h2>
        {props.extra}
        {props.empty ? null : (
          <span className="xx-dash-keep xx-no-print">
            {picture ? (
              <Button
                size="small"
                icon={<PictureOutlined aria-hidden />}
                aria-label={t("keepPicture", { title: props.title })}
                onClick={() => keepFile(picture(full), `${full}.png`)}
              >
                {t("picture")}
              </Button>
            ) : null}
            <Button
              size="small"
              icon={<DownloadOutlined aria-hidden />}
              aria-label={t("keepTable", { title: props.title })}
              onClick={() => keepSheet(props.sheet, full)}
            >
              {t("table")}
            </Button>
            <Button
              size="small"
              icon={<FileExcelOutlined aria-hidden />}
              aria-label={t("keepWorkbook", { title: props.title })}
              loading={keeping}
              onClick={async () => {
                setKeeping(true);
                setRefusal(
                  await keepWorkbook(props.sheet, full, {
                    title: props.title,
                    note: saySpan(props.span),
                    number: t("number"),
                  }),
                );
                setKeeping(false);
              }}
            >
              {t("workbook")}
            </Button>
          </span>
        )}
      </div>
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      {props.empty ? (
        <p className="xx-soft">{t("nothing")}</p>
      ) : (
        <>
          <Chart
            kind={props.kind}
            names={props.names}
            series={props.series}
            {...(props.height ? { height: props.height } : {})}
            onDrawn={(drawn) => setPicture(() => drawn)}
          />
          {props.folded ? (
            <details className="xx-dash-folded">
              <summary>{props.folded}</summary>
              <div className="xx-scroll">{props.children}</div>
            </details>
          ) : (
            <div className="xx-scroll">{props.children}</div>
          )}
        </>
      )}
    </section>
  );
}

/** What stands where a chart will be, as high as one, so that the page does not jump; or why there is none. */
export function Waiting({ error }: { error: unknown }) {
  return (
    <div className="xx-card xx-card-pad xx-dash-block xx-dash-waiting">
      {error ? <RefusalNote refusal={refusalOf(error)} /> : <Skeleton active />}
    </div>
  );
}
