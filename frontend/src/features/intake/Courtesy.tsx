import { useTranslation } from "react-i18next";
import { useViewer } from "@/office/viewer";

/** The courtesy phrases as the clerk's script (F2). Nothing is forbidden by it. */
export function Courtesy(props: { step: 0 | 1 | 2 | 3; farewell: string }) {
  const { t } = useTranslation("intake");
  const viewer = useViewer();
  const lines = [
    {
      word: t("courtesy.hello"),
      say: t("courtesy.helloSay", { office: viewer.community.name, name: viewer.staff.name }),
    },
    { word: t("courtesy.please"), say: t("courtesy.pleaseSay") },
    { word: t("courtesy.thanks"), say: t("courtesy.thanksSay") },
    { word: t("courtesy.goodbye"), say: props.farewell },
  ];
  return (
    <aside className="xx-courtesy" aria-label={t("courtesy.label")}>
      <ol>
        {lines.map((line, index) => (
          <li key={line.word} aria-current={props.step === index ? "step" : undefined}>
            <b>{line.word}</b>
            <span>{line.say}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
