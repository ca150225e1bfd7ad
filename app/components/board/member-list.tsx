import type { Mark } from "~/domain/directory/types";
import { OrganisationMark } from "../organisation-mark";

export interface MemberLine {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly mark: Mark;
  /** How it is bound, since when, and what else is to be said of it, a line each. */
  readonly about: readonly string[];
  readonly offers: string;
  readonly seat: string;
  /** Those that it answers for. */
  readonly leads: readonly MemberLine[];
}

/** The members, each with those that it answers for under it. */
export const MemberList = ({
  lines,
  label,
}: {
  readonly lines: readonly MemberLine[];
  readonly label: string;
}) => (
  <ul className="member-list" aria-label={label}>
    {lines.map(({ id, href, name, mark, about, offers, seat, leads }) => (
      <li key={id}>
        <div className="member-list__line">
          <OrganisationMark mark={mark} size={36} />
          <span className="member-list__name">
            <a href={href}>{name}</a>
            {about.map((line) => (
              <span className="member-list__small" key={line}>
                {line}
              </span>
            ))}
          </span>
          <span className="member-list__seat">{seat}</span>
          <span className="member-list__offers">{offers}</span>
        </div>
        {leads.length === 0 ? null : <MemberList lines={leads} label={name} />}
      </li>
    ))}
  </ul>
);
