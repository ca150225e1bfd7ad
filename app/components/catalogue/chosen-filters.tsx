import { FILTERS, optionWords, withoutWords } from "~/content/filters";
import type { Brand } from "~/domain/directory/types";
import type { FilterOption } from "~/domain/routing/filters";
import { TelephoneLink } from "../telephone-link";

/** Something that was chosen, where the list is without it, and how many services would then fit or may. */
export interface ChosenOption {
  readonly option: FilterOption;
  readonly href: string;
  readonly left: number;
}

const keyOf = ({ option }: ChosenOption): string => `${option.filter} ${option.value}`;

/** What was chosen, each with the way to take it off. */
export function ChosenFilters({
  chosen,
  allOff,
}: {
  readonly chosen: readonly ChosenOption[];
  readonly allOff: string;
}) {
  if (chosen.length === 0) return null;
  return (
    <div className="chosen-filters">
      <h2 className="chosen-filters__title">{FILTERS.chosen}</h2>
      <ul>
        {chosen.map((each) => (
          <li key={keyOf(each)}>
            <a className="chosen-filters__one" href={each.href}>
              <span className="nhsuk-u-visually-hidden">{FILTERS.takeOff}: </span>
              {optionWords(each.option)}
              <span aria-hidden="true"> ✕</span>
            </a>
          </li>
        ))}
        {chosen.length > 1 ? (
          <li>
            <a href={allOff}>{FILTERS.takeAllOff}</a>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

/** When nothing fits: which of what was chosen to take off, the one that brings back most first; and a person to ask. */
export function NothingFits({
  chosen,
  allOff,
  desk,
}: {
  readonly chosen: readonly ChosenOption[];
  readonly allOff: string;
  readonly desk: Brand["desk"];
}) {
  const helping = chosen.filter(({ left }) => left > 0).sort((one, other) => other.left - one.left);
  return (
    <section className="nothing-found" aria-label={FILTERS.nothingLabel}>
      <p>
        <strong>{FILTERS.nothing}</strong> {helping.length > 0 ? FILTERS.nothingNext : FILTERS.notOneAlone}
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {helping.map((each) => (
          <li key={keyOf(each)}>
            <a href={each.href}>{withoutWords(each.option, each.left)}</a>
          </li>
        ))}
        <li>
          <a href={allOff}>{FILTERS.takeAllOff}</a>
        </li>
        <li>
          {FILTERS.askPerson(desk.name)}
          {desk.phone ? (
            <>
              , <TelephoneLink number={desk.phone} />
            </>
          ) : null}
        </li>
      </ul>
    </section>
  );
}
