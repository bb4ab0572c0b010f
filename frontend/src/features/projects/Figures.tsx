import { useQuery } from "@apollo/client/react";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Chart } from "@/components/Chart";
import { ClauseTag } from "@/components/tags";
import { YuanText } from "@/components/YuanText";
import { ProjectFiguresDocument } from "./documents";

/** What partners contributed and how many residents took part (P6): charts, and the same as tables. */
export function Figures() {
  const { t } = useTranslation("projects");
  const { data } = useQuery(ProjectFiguresDocument, { fetchPolicy: "cache-and-network" });
  const figures = data?.cobuildFigures;
  if (!figures) return <Skeleton active />;
  const top = figures.contributions.slice(0, 12);
  return (
    <div className="xx-project-figures">
      <section className="xx-card xx-card-pad" aria-labelledby="xx-figures-partners">
        <h2 className="xx-section-title" id="xx-figures-partners">
          {t("contributions")} <ClauseTag clause="P6" />
        </h2>
        {top.length === 0 ? <p className="xx-soft">{t("noContributions")}</p> : null}
        {top.length > 0 ? (
          <Chart
            kind="bars"
            height={90 + 46 * top.length}
            names={top.map((one) => one.partner.name)}
            series={[
              { name: t("pledgedWorth"), values: top.map((one) => Number(one.pledged)) },
              { name: t("deliveredWorth"), values: top.map((one) => Number(one.delivered)) },
            ]}
          />
        ) : null}
        <div className="xx-scroll">
          <table className="xx-plain-table">
            <caption className="xx-visually-hidden">{t("contributions")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("partner")}</th>
                <th scope="col" className="xx-number">
                  {t("projectCount")}
                </th>
                <th scope="col" className="xx-number">
                  {t("pledgedWorth")}
                </th>
                <th scope="col" className="xx-number">
                  {t("deliveredWorth")}
                </th>
              </tr>
            </thead>
            <tbody>
              {figures.contributions.map((one) => (
                <tr key={one.partner.id}>
                  <th scope="row">
                    <Link to={`/partners/${one.partner.id}`}>{one.partner.name}</Link>
                  </th>
                  <td className="xx-number">{one.projects}</td>
                  <td className="xx-number">
                    <YuanText value={one.pledged} />
                  </td>
                  <td className="xx-number">
                    <YuanText value={one.delivered} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="xx-card xx-card-pad" aria-labelledby="xx-figures-residents">
        <h2 className="xx-section-title" id="xx-figures-residents">
          {t("participation")} <ClauseTag clause="P6" />
        </h2>
        <p>{t("participationSum", { residents: figures.residents, hours: Math.round(figures.minutes / 60) })}</p>
        <Chart
          kind="line"
          names={figures.months.map((one) => one.month)}
          series={[{ name: t("residentsTook"), values: figures.months.map((one) => one.residents) }]}
        />
        <div className="xx-scroll">
          <table className="xx-plain-table">
            <caption className="xx-visually-hidden">{t("participation")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("month")}</th>
                <th scope="col" className="xx-number">
                  {t("residentsTook")}
                </th>
                <th scope="col" className="xx-number">
                  {t("hours")}
                </th>
              </tr>
            </thead>
            <tbody>
              {figures.months.map((one) => (
                <tr key={one.month}>
                  <th scope="row">{one.month}</th>
                  <td className="xx-number">{one.residents}</td>
                  <td className="xx-number">{Math.round(one.minutes / 60)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  );
}
