import type { Organisation } from "~/domain/directory/types";
import { OrganisationMark } from "../organisation-mark";

/** As many stamps as a line has room for. */
const SHOWN = 5;

/** Whose boxes a service may come in, at a glance: their stamps in a row, and their names for who cannot see them. */
export function PartnerMarks({
  partners,
}: {
  readonly partners: readonly Pick<Organisation, "id" | "shortName" | "mark">[];
}) {
  if (partners.length === 0) return null;
  const shown = partners.slice(0, SHOWN);
  const more = partners.length - shown.length;
  return (
    <p className="partner-marks">
      <span className="partner-marks__words">Given by </span>
      {shown.map(({ id, shortName, mark }) => (
        <span key={id} className="partner-marks__one">
          <OrganisationMark mark={mark} size={30} /> {shortName}
        </span>
      ))}
      {more > 0 ? <span>and {more} more</span> : null}
    </p>
  );
}
