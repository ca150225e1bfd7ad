import { Button, Checkboxes, Details, Radios, Select } from "nhsuk-react-components";
import { FILTER_TITLES, FILTERS, optionWords } from "~/content/filters";
import type { FilterOption } from "~/domain/routing/filters";

/** One thing that can be chosen, and how many services would surely fit. */
export interface OptionToChoose {
  readonly option: FilterOption;
  readonly fit: number;
  readonly chosen: boolean;
}

/** The id of the form that narrows the list: the postcode stands elsewhere on the page, and belongs to it too. */
export const FILTER_FORM = "filters";

/**
 * What a list can be narrowed by, as a form that is sent with GET. On a small screen it is folded up; on a wide one it
 * stands beside the list.
 */
export function FilterPanel({
  action,
  options,
  carried,
}: {
  readonly action: string;
  readonly options: readonly OptionToChoose[];
  /** What the list was looked up by, to be looked up by again. */
  readonly carried: Readonly<Record<string, string>>;
}) {
  const of = (filter: FilterOption["filter"]) => options.filter(({ option }) => option.filter === filter);
  return (
    <form id={FILTER_FORM} method="get" action={action} className="filters">
      {Object.entries(carried).map(([name, value]) =>
        value === "" ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Details className="filters__fold">
        <Details.Summary>{FILTERS.title}</Details.Summary>
        <div className="filters__groups">
          <h2 className="filters__title">{FILTERS.title}</h2>
          <OneOf filter="who" any={FILTERS.any.who} options={of("who")} />
          <AnyOf filter="how" options={of("how")} />
          <Choice filter="miles" any={FILTERS.any.miles} options={of("miles")} />
          <Choice filter="days" any={FILTERS.any.days} options={of("days")} />
          <Choice filter="language" any={FILTERS.any.language} options={of("language")} />
          <AnyOf filter="access" options={of("access")} />
          <Button type="submit" secondary small>
            {FILTERS.show}
          </Button>
        </div>
      </Details>
    </form>
  );
}

interface GroupProps {
  readonly filter: FilterOption["filter"];
  readonly options: readonly OptionToChoose[];
}

const label = ({ option, fit }: OptionToChoose): string => `${optionWords(option)} (${fit})`;
const LEGEND = { size: "s" } as const;

function OneOf({ filter, any, options }: GroupProps & { readonly any: string }) {
  return (
    <Radios name={filter} legend={FILTER_TITLES[filter]} legendProps={LEGEND} small>
      <Radios.Item id={filter} value="" defaultChecked={!options.some(({ chosen }) => chosen)}>
        {any}
      </Radios.Item>
      {options.map((each) => (
        <Radios.Item
          key={each.option.value}
          id={`${filter}-${each.option.value}`}
          value={each.option.value}
          defaultChecked={each.chosen}
        >
          {label(each)}
        </Radios.Item>
      ))}
    </Radios>
  );
}

function AnyOf({ filter, options }: GroupProps) {
  if (options.length === 0) return null;
  return (
    <Checkboxes name={filter} legend={FILTER_TITLES[filter]} legendProps={LEGEND} small>
      {options.map((each, at) => (
        <Checkboxes.Item
          key={each.option.value}
          id={at === 0 ? filter : `${filter}-${each.option.value}`}
          value={each.option.value}
          defaultChecked={each.chosen}
        >
          {label(each)}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}

function Choice({ filter, any, options }: GroupProps & { readonly any: string }) {
  if (options.length === 0) return null;
  const chosen = options.find((each) => each.chosen)?.option.value ?? "";
  return (
    <Select
      id={filter}
      name={filter}
      label={FILTER_TITLES[filter]}
      labelProps={LEGEND}
      defaultValue={String(chosen)}
    >
      <Select.Option value="">{any}</Select.Option>
      {options.map((each) => (
        <Select.Option key={each.option.value} value={String(each.option.value)}>
          {label(each)}
        </Select.Option>
      ))}
    </Select>
  );
}
