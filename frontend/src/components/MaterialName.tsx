import { useTranslation } from "react-i18next";
import type { MaterialLine } from "./materials";
import "./MaterialName.css";

/** Copies, form and issuer of a material, in one line. */
export function useMaterialFacts() {
  const { t } = useTranslation();
  return (line: MaterialLine) =>
    [t("material.copies", { count: line.copies }), t(`enums:MaterialForm.${line.form}`), line.issuedBy]
      .filter(Boolean)
      .join(" · ");
}

/** A material by name, with how many, in which form and from whom. */
export function MaterialName({ material }: { material: MaterialLine }) {
  const { t } = useTranslation();
  const facts = useMaterialFacts();
  return (
    <span className="xx-material-name">
      <span>{material.name}</span>{" "}
      <small>
        {facts(material)}
        {material.required ? "" : ` · ${t("material.asNeeded")}`}
      </small>
    </span>
  );
}
