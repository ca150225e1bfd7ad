import type { Service } from "~/domain/directory/types";

type Line = Pick<Service, "id" | "name" | "summary">;

/** "A link worker" is looked for under L. */
const sortingName = (name: string): string => name.replace(/^(an?|the) (?=[a-z])/i, "");
const bySortingName = (one: Line, other: Line): number =>
  sortingName(one.name).localeCompare(sortingName(other.name), "en-GB");

/** Every service under its first letter, with the letters on top to jump by. */
export function AToZ({
  services,
  hrefOf,
}: {
  readonly services: readonly Line[];
  readonly hrefOf: (serviceId: string) => string;
}) {
  const letters = new Map<string, Line[]>();
  for (const service of [...services].sort(bySortingName)) {
    const letter = sortingName(service.name).charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), service]);
  }
  return (
    <>
      <nav className="a-to-z-letters" aria-label="Letters">
        <ul>
          {[...letters.keys()].map((letter) => (
            <li key={letter}>
              <a href={`#letter-${letter}`}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      {[...letters].map(([letter, lines]) => (
        <section key={letter} className="a-to-z-group" aria-labelledby={`letter-${letter}`}>
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <ul>
            {lines.map(({ id, name, summary }) => (
              <li key={id}>
                <a href={hrefOf(id)}>{name}</a>
                <p>{summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
