import { Button } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateText } from "@/components/DateText";
import type { ProjectCardFragment as Card, ProjectStage } from "@/graphql/gen/graphql";
import { stages, stageTones } from "./stages";

/** The stage that follows, and the one before, as keys go. */
const following: Partial<Record<ProjectStage, ProjectStage>> = {
  PROPOSED: "AGREED",
  AGREED: "UNDER_WAY",
  UNDER_WAY: "ACCEPTED",
  ACCEPTED: "CLOSED",
};
const preceding: Partial<Record<ProjectStage, ProjectStage>> = { ACCEPTED: "UNDER_WAY" };

/**
 * Projects by stage, one column each. A card is moved by its button, or by Shift with the arrows while its title has the focus; both ask for what
 * has to be said.
 */
export function Board({
  cards,
  onMove,
}: {
  cards: readonly Card[];
  onMove: (id: string, want?: ProjectStage) => void;
}) {
  const { t } = useTranslation("projects");
  const hint = useId();
  return (
    <>
      <p className="xx-soft xx-board-hint" id={hint}>
        {t("boardKeys")}
      </p>
      <div className="xx-board">
        {stages.map((stage) => {
          const here = cards.filter((card) => card.stage === stage);
          return (
            <section
              key={stage}
              className="xx-board-column"
              aria-label={t("column", { stage: t(`enums:ProjectStage.${stage}`), count: here.length })}
            >
              <h2>
                <span className="xx-tag" data-tone={stageTones[stage]}>
                  {t(`enums:ProjectStage.${stage}`)}
                </span>{" "}
                {here.length}
              </h2>
              {here.length === 0 ? <p className="xx-soft">{t("noneHere")}</p> : null}
              <ul>
                {here.map((card) => (
                  <li key={card.id} className="xx-card xx-board-card" data-project={card.title}>
                    <Link
                      to={`/projects/${card.id}`}
                      aria-describedby={card.mayEdit ? hint : undefined}
                      onKeyDown={(event) => {
                        const want =
                          event.key === "ArrowRight"
                            ? following[card.stage]
                            : event.key === "ArrowLeft"
                              ? preceding[card.stage]
                              : undefined;
                        if (!event.shiftKey || !card.mayEdit || !want) return;
                        event.preventDefault();
                        onMove(card.id, want);
                      }}
                    >
                      {card.title}
                    </Link>
                    <p className="xx-soft">
                      {card.number} · {t(`enums:ProjectKind.${card.kind}`)} · {card.lead.name}
                    </p>
                    <p className="xx-soft">
                      <DateText date={card.plannedFrom} short /> — <DateText date={card.plannedUntil} short />
                    </p>
                    <p className="xx-tags">
                      {card.openToJoin && following[card.stage] ? (
                        <span className="xx-tag" data-tone="info">
                          {t("openToJoin")}
                        </span>
                      ) : null}
                      {card.published ? <span className="xx-tag">{t("published")}</span> : null}
                    </p>
                    {card.mayEdit && following[card.stage] ? (
                      <Button
                        size="small"
                        aria-haspopup="dialog"
                        onClick={() => onMove(card.id)}
                        aria-label={t("moveOf", { title: card.title })}
                      >
                        {t("move")}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
