/** The address of the page of a record that is no case, by the prefix of its key. */
const pages: Readonly<Record<string, string>> = { job: "/jobseekers", opn: "/openings", prj: "/projects" };

/** Where a record is read; null where it has no page. */
export function recordPath(id: string | null | undefined): string | null {
  const page = id ? pages[id.slice(0, id.indexOf("_"))] : undefined;
  return page ? `${page}/${id}` : null;
}
