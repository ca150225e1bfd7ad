import { WORK } from "~/content/told";
import { TelephoneLink } from "../telephone-link";

/** Somebody who told of an emergency while their request is open, and whom to ring about it. */
export interface RedFlagLine {
  readonly id: number;
  readonly reference: string;
  /** Where the front desk can act on it; null when a partner has it. */
  readonly href: string | null;
  readonly person: string;
  readonly service: string;
  readonly when: string;
  readonly told: string;
  readonly with: { readonly name: string; readonly phone: string | null } | null;
}

/** Signs of an emergency that people told of while they wait. They were shown help at once; the desk makes sure of it. */
export function RedFlags({ flags }: { readonly flags: readonly RedFlagLine[] }) {
  if (flags.length === 0) return null;
  return (
    <section className="stops" aria-labelledby="red-flags">
      <h2 className="nhsuk-heading-m" id="red-flags">
        {WORK.redFlags}
      </h2>
      <ul className="stops__list">
        {flags.map((flag) => (
          <li key={flag.id} className="stops__line">
            <span className="stops__who">
              {flag.href ? <a href={flag.href}>{flag.reference}</a> : flag.reference}
              <span className="stops__small">{flag.person}</span>
              <span className="stops__small">{flag.service}</span>
            </span>
            <span>
              {flag.told}
              {flag.with ? (
                <span className="stops__small">
                  {WORK.hasIt(flag.with.name)}{" "}
                  {flag.with.phone ? <TelephoneLink number={flag.with.phone} /> : null}
                </span>
              ) : null}
            </span>
            <span className="stops__small">{flag.when}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
