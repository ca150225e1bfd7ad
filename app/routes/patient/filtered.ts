import type { ChosenOption } from "~/components/catalogue/chosen-filters";
import type { OptionToChoose } from "~/components/catalogue/filter-panel";
import { MODES } from "~/domain/journeys/steps/preferences";
import {
  chosenOptions,
  FILTER_DAYS,
  FILTER_MILES,
  FILTER_WHO,
  type Filtered,
  type FilterOption,
  type Filters,
  fitOf,
  withOption,
  withoutOption,
} from "~/domain/routing/filters";
import { ACCESS_NEEDS } from "~/domain/shared/access-needs";
import { LANGUAGE_CODES } from "~/domain/shared/languages";
import type { Instant } from "~/domain/shared/time";
import type { ServiceLook } from "~/usecases/look-at-services";

/** A list of services narrowed by filters. Every service is in one of the three, and the counts say what each choice leaves. */
export interface FilteredLooks {
  readonly fit: readonly ServiceLook[];
  readonly maybe: readonly ServiceLook[];
  /** How many do not fit. */
  readonly left: number;
  readonly options: readonly OptionToChoose[];
  readonly chosen: readonly ChosenOption[];
}

/** Narrows a list. `hrefOf` is where the list stands under other filters. */
export function filtered(
  looks: readonly ServiceLook[],
  filters: Filters,
  { now, hasPlace, hrefOf }: { now: Instant; hasPlace: boolean; hrefOf: (filters: Filters) => string },
): FilteredLooks {
  const seen = looks.map((look) => ({ look, seen: asFiltered(look) }));
  const fits = (by: Filters) => seen.map(({ seen }) => fitOf(seen, by, now));
  const asAsked = fits(filters);
  const those = (fit: string) => seen.filter((_, at) => asAsked[at] === fit).map(({ look }) => look);
  const spoken = new Set(
    seen.flatMap(({ seen: { decisions } }) =>
      decisions.flatMap(({ terms }) => terms.flatMap(({ languages }) => languages?.spoken ?? [])),
    ),
  );
  const offered: readonly FilterOption[] = [
    ...FILTER_WHO.map((value) => ({ filter: "who" as const, value })),
    ...MODES.map((value) => ({ filter: "how" as const, value })),
    // Without a postcode nobody knows what is near.
    ...(hasPlace ? FILTER_MILES.map((value) => ({ filter: "miles" as const, value })) : []),
    ...FILTER_DAYS.map((value) => ({ filter: "days" as const, value })),
    ...LANGUAGE_CODES.filter((code) => spoken.has(code) || code === filters.language).map((value) => ({
      filter: "language" as const,
      value,
    })),
    ...ACCESS_NEEDS.map((value) => ({ filter: "access" as const, value })),
  ];
  const chosen = chosenOptions(filters);
  return {
    fit: those("yes"),
    maybe: those("maybe"),
    left: those("no").length,
    options: offered.map((option) => ({
      option,
      fit: fits(withOption(filters, option)).filter((fit) => fit === "yes").length,
      chosen: chosen.some(({ filter, value }) => filter === option.filter && value === option.value),
    })),
    chosen: chosen.map((option) => {
      const without = withoutOption(filters, option);
      return {
        option,
        href: hrefOf(without),
        left: fits(without).filter((fit) => fit !== "no").length,
      };
    }),
  };
}

/** Of several parts only those that are asked for at once: the others wait for them. */
function asFiltered({ service, decision, parts }: ServiceLook): Filtered {
  const first = parts.filter((_, index) => service.parts?.[index]?.after.length === 0);
  return { service, decisions: first.length > 0 ? first.map((part) => part.decision) : [decision] };
}
