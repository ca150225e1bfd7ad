import type { YearBars, YearTable } from "~/components/board/year-table";
import {
  AGES,
  seasonName,
  YEAR_PAGE,
  YEAR_TABLES,
  YEAR_WORDS,
  type YearTableName,
} from "~/content/board/year";
import { DAY_WORDS } from "~/content/manage/partners";
import type { Directory } from "~/domain/directory/directory";
import type { Organisation } from "~/domain/directory/types";
import { FEWEST_SHOWN, shownAlone } from "~/domain/flow/few";
import { REJECTED_REASONS, type RejectedReason } from "~/domain/routing/types";
import { ACCESS_NEEDS, ACCESS_WORDS } from "~/domain/shared/access-needs";
import { MONTHS } from "~/domain/shared/in-words";
import { LANGUAGES_NEEDED, languageInWords, OTHER_LANGUAGE } from "~/domain/shared/languages";
import { type Behaviour, behaviourOf } from "~/domain/simulation/behaviour";
import { type Demand, rateOfAll } from "~/domain/simulation/demand";
import type { YearParameters } from "~/domain/simulation/year-parameters";
import type { PastWeek } from "~db/queries/past-weeks";

const percent = (share: number): string => `${Math.round(share * 1_000) / 10}%`;
const plain = (number: number): string => String(Math.round(number * 100) / 100);

const tableOf = (
  id: YearTableName,
  rows: YearTable["rows"],
  more: Partial<Pick<YearTable, "columns" | "bars">> = {},
): YearTable => {
  const { title, about, columns } = YEAR_TABLES[id];
  return { id, title, about, columns, rows, bars: [], ...more };
};

/** All that a brand's year was made from and what is in it, as tables: the page shows them, and the file has them too. */
export function yearTables(
  { demand, behaviour }: YearParameters,
  weeks: readonly PastWeek[],
  directory: Directory,
): readonly YearTable[] {
  return [
    monthsTable(weeks),
    agesTable(demand),
    servicesTable(demand, directory),
    seasonsTable(demand),
    ...whenTables(demand),
    peopleTable(demand),
    accessTable(demand),
    ...(behaviour === null
      ? []
      : [
          partnersTable(behaviour, directory),
          reasonsTable(behaviour, directory),
          declinedTable(behaviour),
          betweenTable(behaviour),
        ]),
  ];
}

function monthsTable(weeks: readonly PastWeek[]): YearTable {
  const months = new Map<string, number>();
  for (const { startsOn, parts } of weeks) {
    const month = startsOn.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + parts);
  }
  const named = [...months].map(([month, parts]) => ({ name: monthName(month), month, parts }));
  const rows = named.map(({ name, month, parts }) => ({
    id: month,
    cells: [name, shownAlone(parts)?.toLocaleString("en-GB") ?? YEAR_PAGE.few(FEWEST_SHOWN)],
  }));
  const bars = named.map(({ name, parts }) => ({
    label: name.charAt(0),
    name,
    value: shownAlone(parts) ?? 0,
  }));
  return tableOf("months", rows, { bars: [{ title: YEAR_TABLES.months.title, bars }] });
}

const monthName = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

const groupNames = ({ ages }: Demand): readonly string[] =>
  ages.map(({ from, until }, place) => AGES.group(from, until, place === ages.length - 1));

const agesTable = (demand: Demand): YearTable =>
  tableOf(
    "ages",
    demand.ages.map(({ share }, place) => {
      const name = groupNames(demand)[place] ?? "";
      return { id: name, cells: [name, percent(share)] };
    }),
  );

function servicesTable(demand: Demand, directory: Directory): YearTable {
  const groups = groupNames(demand);
  const rows = Object.entries(demand.services)
    .map(([id, wants]) => ({
      id,
      wants,
      name: directory.service(id)?.name ?? id,
      all: rateOfAll(demand, wants),
    }))
    .sort((a, b) => b.all - a.all)
    .map(({ id, wants, name, all }) => ({
      id,
      cells: [
        name,
        plain(all),
        percent(wants.women),
        seasonName(wants.season),
        ...groups.map((_, place) => plain(wants.aYear[place] ?? 0)),
      ],
    }));
  return tableOf("services", rows, { columns: [...YEAR_TABLES.services.columns, ...groups] });
}

/** Beside one another: what is usual is 1. */
function besides(weights: readonly number[]): readonly number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(weights.length, 1);
  return weights.map((weight) => (mean === 0 ? 0 : weight / mean));
}

const barsOf = (title: string, names: readonly string[], values: readonly number[]): YearBars => ({
  title,
  bars: names.map((name, place) => ({ label: name.charAt(0), name, value: values[place] ?? 0 })),
});

function seasonsTable({ seasons }: Demand): YearTable {
  const each = Object.entries(seasons).map(([season, weights]) => ({
    name: seasonName(season),
    values: besides(weights),
  }));
  return tableOf(
    "seasons",
    each.map(({ name, values }) => ({ id: name, cells: [name, ...values.map(plain)] })),
    {
      columns: [...YEAR_TABLES.seasons.columns, ...MONTHS.map((month) => month.slice(0, 3))],
      bars: each.map(({ name, values }) => barsOf(name, MONTHS, values)),
    },
  );
}

function whenTables({ weekdays, hours }: Demand): readonly YearTable[] {
  const days = Object.values(DAY_WORDS);
  const onDays = besides(weekdays);
  const times = hours.map((_, hour) => `${String(hour).padStart(2, "0")}:00`);
  const atTimes = besides(hours);
  const rows = (names: readonly string[], values: readonly number[]) =>
    names.map((name, place) => ({ id: name, cells: [name, plain(values[place] ?? 0)] }));
  return [
    tableOf("weekdays", rows(days, onDays), { bars: [barsOf(YEAR_TABLES.weekdays.title, days, onDays)] }),
    tableOf("hours", rows(times, atTimes), {
      bars: [
        {
          title: YEAR_TABLES.hours.title,
          bars: times.map((name, hour) => ({
            label: hour % 6 === 0 ? String(hour) : "",
            name,
            value: atTimes[hour] ?? 0,
          })),
        },
      ],
    }),
  ];
}

function peopleTable({ people, livesWithinKm, laterAfterDays, asksHere }: Demand): YearTable {
  const words = YEAR_WORDS.people;
  const shares = [
    "noPractice",
    "practiceChecked",
    "noPlace",
    "onlyAway",
    "onlyInPerson",
    "nearestFirst",
    "soonestFirst",
  ] as const;
  return tableOf("people", [
    { id: "asks-here", cells: [words.asksHere, percent(asksHere)] },
    ...shares.map((share) => ({ id: share, cells: [words[share], percent(people[share])] })),
    ...LANGUAGES_NEEDED.flatMap((language) => {
      const share = people.languages[language];
      if (share === undefined) return [];
      const name =
        language === OTHER_LANGUAGE ? words.otherLanguage : words.language(languageInWords(language));
      return [{ id: language, cells: [name, percent(share)] }];
    }),
    { id: "lives-within", cells: [words.livesWithin, plain(livesWithinKm)] },
    { id: "later-after", cells: [words.laterAfter, plain(laterAfterDays)] },
  ]);
}

const accessTable = (demand: Demand): YearTable =>
  tableOf(
    "access",
    ACCESS_NEEDS.flatMap((need) => {
      const shares = demand.people.access[need];
      return shares === undefined
        ? []
        : [{ id: need, cells: [ACCESS_WORDS[need].choice, ...shares.map(percent)] }];
    }),
    { columns: [...YEAR_TABLES.access.columns, ...groupNames(demand)] },
  );

const asked = ({ organisations, offersBy }: Directory): readonly Organisation[] =>
  organisations.filter(({ id }) => offersBy(id).length > 0);

const partnersTable = (behaviour: Behaviour, directory: Directory): YearTable =>
  tableOf(
    "partners",
    asked(directory).map((organisation) => {
      const ways = behaviourOf(behaviour, organisation);
      return {
        id: organisation.id,
        cells: [
          organisation.name,
          percent(ways.declines),
          percent(ways.declinesWhenFull),
          percent(ways.neverAnswers),
          YEAR_WORDS.hours(plain(ways.answersIn.half)),
          YEAR_WORDS.hours(plain(ways.answersIn.most)),
          percent(ways.keeps),
          percent(ways.tellsFirst),
          percent(ways.informs),
          plain(behaviour.room.byOrganisation[organisation.id] ?? 1),
        ],
      };
    }),
  );

function reasonsTable(behaviour: Behaviour, directory: Directory): YearTable {
  const ways = asked(directory).map((organisation) => ({
    organisation,
    reasons: behaviourOf(behaviour, organisation).reasons,
  }));
  const codes = (Object.keys(REJECTED_REASONS) as RejectedReason[]).filter((code) =>
    ways.some(({ reasons }) => (reasons[code] ?? 0) > 0),
  );
  return tableOf(
    "reasons",
    ways.map(({ organisation: { id, name }, reasons }) => {
      const sum = codes.reduce((total, code) => total + (reasons[code] ?? 0), 0);
      return {
        id,
        cells: [name, ...codes.map((code) => percent((reasons[code] ?? 0) / Math.max(sum, 1e-9)))],
      };
    }),
    { columns: [...YEAR_TABLES.reasons.columns, ...codes.map((code) => REJECTED_REASONS[code])] },
  );
}

const declinedTable = ({ season }: Behaviour): YearTable =>
  tableOf(
    "declined",
    MONTHS.map((month, place) => ({ id: month, cells: [month, plain(season[place] ?? 0)] })),
    { bars: [barsOf(YEAR_TABLES.declined.title, MONTHS, season)] },
  );

function betweenTable({ people, desk, room }: Behaviour): YearTable {
  const words = YEAR_WORDS.between;
  return tableOf("between", [
    { id: "pass-on", cells: [words.passOn, percent(people.passOn)] },
    { id: "chooses-again", cells: [words.choosesAgain, percent(people.choosesAgain)] },
    { id: "chooses-after", cells: [words.choosesAfterHours, plain(people.choosesAfterHours)] },
    { id: "cancels", cells: [words.cancelsAWeek, percent(people.cancelsAWeek)] },
    { id: "desk-asks", cells: [words.asksAfterHours, plain(desk.asksAfterHours)] },
    { id: "desk-tells", cells: [words.tellsFirst, percent(desk.tellsFirst)] },
    { id: "usual", cells: [words.usual, YEAR_WORDS.places(plain(room.usual))] },
    { id: "in-peaks", cells: [words.inPeaks, percent(room.inPeaks)] },
  ]);
}
