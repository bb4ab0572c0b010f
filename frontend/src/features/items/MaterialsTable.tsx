import { useTranslation } from "react-i18next";
import type { MaterialFacts } from "./materials";

/** What a resident brings, as a table; on a phone one block a material. */
export function MaterialsTable({ materials }: { materials: readonly MaterialFacts[] }) {
  const { t } = useTranslation("items");
  return (
    <div className="xx-material-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("material.name")}</th>
            <th scope="col">{t("material.copies")}</th>
            <th scope="col">{t("material.form")}</th>
            <th scope="col">{t("material.issuedBy")}</th>
            <th scope="col">{t("material.whySample")}</th>
          </tr>
        </thead>
        <tbody>
          {materials.map((material) => (
            <tr key={material.name}>
              <th scope="row">
                {material.name}
                {material.required ? null : (
                  <span className="xx-tag" data-tone="soon">
                    {t("material.sometimes")}
                  </span>
                )}
              </th>
              <td className="xx-material-copies">{t("material.copyCount", { count: material.copies })}</td>
              <td>{t(`enums:MaterialForm.${material.form}`)}</td>
              <td>{material.issuedBy}</td>
              <td className="xx-material-said">
                {material.why ? <p>{material.why}</p> : null}
                {material.sample ? (
                  <p className="xx-items-sub">{t("material.sampleIs", { sample: material.sample })}</p>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
