import { Navigate, useParams } from "react-router";

/** An old address of a case's paper: papers are printed from the case. */
export function Component() {
  const { receiptNo = "" } = useParams();
  return <Navigate to={`/cases/${receiptNo}`} replace />;
}
