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
    <section className="red-flags" aria-labelledby="red-flags-heading">
      <h2 className="nhsuk-heading-m" id="red-flags-heading">
        Signs of an emergency in the last 3 days
      </h2>
      <ul>
        {flags.map((flag) => (
          <li key={flag.id}>
            <p>
              <strong>{flag.href ? <a href={flag.href}>{flag.reference}</a> : flag.reference}</strong>{" "}
              {flag.person}. {flag.service}. {flag.when}.
            </p>
            <p>{flag.told}</p>
            {flag.with ? (
              <p>
                With {flag.with.name}
                {flag.with.phone ? (
                  <>
                    : <TelephoneLink number={flag.with.phone} />
                  </>
                ) : null}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
