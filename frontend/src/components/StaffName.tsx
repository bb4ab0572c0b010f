import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/graphql/gen";
import { useViewer } from "@/office/viewer";

export const StaffNameFragment = graphql(`
  fragment StaffName_Staff on Staff { id name title duty }
`);

/** A member of staff by name; says when it is the viewer, and when the person is not on duty. */
export function StaffName(props: { staff: FragmentType<typeof StaffNameFragment>; withTitle?: boolean }) {
  const { t } = useTranslation();
  const staff = readFragment(StaffNameFragment, props.staff);
  const viewer = useViewer();
  return (
    <span className="xx-staff">
      {staff.name}
      {staff.id === viewer.staff.id ? <span className="xx-staff-note">{t("staff.me")}</span> : null}
      {props.withTitle && staff.title ? <span className="xx-staff-note">{staff.title}</span> : null}
      {staff.duty !== "ON_DUTY" ? (
        <span className="xx-tag" data-tone="late">
          {t(`enums:DutyState.${staff.duty}`)}
        </span>
      ) : null}
    </span>
  );
}
