import { useTranslation } from "react-i18next";
import "./Face.css";

/** A person's photo as a square; where there is none, the family name. */
export function Face(props: { name: string; familyName: string; path: string | null; large?: boolean }) {
  const { t } = useTranslation("staff");
  const size = props.large ? "large" : "small";
  return props.path ? (
    <img
      className="xx-face"
      data-size={size}
      src={props.path}
      alt={t("photo.alt", { name: props.name })}
      loading="lazy"
    />
  ) : (
    <span className="xx-face" data-size={size} data-long={[...props.familyName].length > 1} aria-hidden>
      {props.familyName}
    </span>
  );
}
