import type { AppLoadContext } from "@remix-run/node";
import type { BandBox, Bands } from "~/components/board/charts/band-layout";
import type { MapPlace } from "~/components/board/charts/map-layout";
import type { TableData } from "~/components/board/charts/table-data";
import { CHART_WORDS, DIMENSION_WORDS, FLOW, FLOW_SHOWN, type FlowShown, pounds } from "~/content/board/flow";
import { HIDDEN, percent } from "~/content/board/measures";
import { KIND_WORDS } from "~/content/manage/partners";
import type { OrganisationKind } from "~/domain/directory/types";
import { roundedCount } from "~/domain/flow/few";
import { type FlowLink, linksOf, type PathCounter, STAGES, type Stage, TO_NOBODY } from "~/domain/flow/path";
import { costLines, PRICES } from "~/domain/flow/prices";
import { type Group, type ShownGroup, shownFigure, shownGroups, tellsOfFew } from "~/domain/flow/shown";
import { NOT_KNOWN, type Tally } from "~/domain/flow/tally";
import type { Position } from "~/domain/shared/place";
import type { FlowHere } from "./flow-of";
import { groupName } from "./flow-tables";

const count = (people: number): string => people.toLocaleString("en-GB");

/** What a board may see of a front door of real names: what is asked for, and nothing of who gives it. */
export const shownOf = ({ kind }: Pick<AppLoadContext["brand"], "kind">): FlowShown =>
  kind === "real" ? "asked" : "all";
const STAGES_SHOWN: Readonly<Record<FlowShown, readonly Stage[]>> = {
  all: STAGES,
  asked: ["need", "service"],
};

/** The picture of the flow, and the same as a table. */
export function flowPicture(here: FlowHere, counter: PathCounter, shown: FlowShown) {
  const stages = STAGES_SHOWN[shown];
  const words = FLOW_SHOWN[shown];
  const links = linksOf(counter.alike(stages), stages);
  const { nameOf } = here;
  const idOf = (end: FlowLink["from"]) => `${end.stage} ${end.id}`;
  const boxes = new Map<string, BandBox>();
  for (const end of links.flatMap(({ from, to }) => [from, to]))
    boxes.set(idOf(end), {
      id: idOf(end),
      column: stages.indexOf(end.stage),
      name: nameOf(end.stage, end.id),
      ...(end.stage === "partner" && end.id === TO_NOBODY ? { nobody: true } : {}),
    });
  const inStage = (stage: Stage) => [...boxes.keys()].filter((id) => id.startsWith(`${stage} `)).length;
  const bands: Bands = {
    title: words.title,
    description: words.describes(inStage("need"), inStage("service"), inStage("partner")),
    columns: stages.map((stage) => (stage === "box" ? FLOW.box : DIMENSION_WORDS[stage].one)),
    boxes: [...boxes.values()],
    bands: links.map(({ from, to, people }) => ({ from: idOf(from), to: idOf(to), people })),
  };
  const table: TableData = {
    caption: words.title,
    columns: [{ name: FLOW.from }, { name: FLOW.to }, { name: FLOW.people, number: true }],
    rows: links.map(({ from, to, people }) => [
      { text: nameOf(from.stage, from.id) },
      { text: nameOf(to.stage, to.id) },
      { text: count(people) },
    ]),
  };
  return { bands, table };
}

/** Where people ask from, and where care is given. Groups of too few are in the table alone. */
export function mapPicture(
  { directory }: AppLoadContext,
  { nameOf }: FlowHere,
  asks: readonly Group[],
  gives: readonly Group[],
  middles: ReadonlyMap<string, Position>,
) {
  const [asked, given] = [shownGroups(asks), shownGroups(gives)];
  const placeName = (id: string): string => {
    const place = directory.location(id);
    if (place === undefined) return id;
    const partner = directory.organisation(place.organisationId)?.shortName ?? place.name;
    const others = directory.locations.filter(
      ({ organisationId }) => organisationId === place.organisationId,
    );
    return others.length > 1 ? place.name : partner;
  };
  const areaName = (id: string) => nameOf("area", id);
  const drawn = (
    lines: readonly ShownGroup[],
    kind: MapPlace["kind"],
    name: (id: string) => string,
    positionOf: (id: string) => Position | undefined,
  ): readonly MapPlace[] =>
    lines.flatMap(({ keys, sum }) => {
      const [id] = keys;
      const position = keys.length === 1 && id !== undefined ? positionOf(id) : undefined;
      return id === undefined || position === undefined
        ? []
        : [{ id: `${kind} ${id}`, kind, name: name(id), position, people: roundedCount(sum.of) }];
    });
  const places = [
    ...drawn(asked, "asks", areaName, (id) => (id === NOT_KNOWN ? undefined : middles.get(id))),
    ...drawn(given, "gives", placeName, (id) => directory.location(id)?.position),
  ];
  const areas = places.filter(({ kind }) => kind === "asks").length;
  const rows = (lines: readonly ShownGroup[], name: (id: string) => string, isArea: boolean) =>
    lines.map(({ keys, sum }) => {
      const people = { text: count(roundedCount(sum.of)) };
      const none = { text: "" };
      return [{ text: groupName(keys.map(name)) }, isArea ? people : none, isArea ? none : people];
    });
  const table: TableData = {
    caption: FLOW.map,
    columns: [{ name: FLOW.place }, { name: FLOW.asks, number: true }, { name: FLOW.gives, number: true }],
    rows: [...rows(asked, areaName, true), ...rows(given, placeName, false)],
  };
  return {
    map: { title: FLOW.map, description: CHART_WORDS.map(areas, places.length - areas), places },
    table,
  };
}

const kindIn =
  ({ directory }: AppLoadContext) =>
  (organisationId: string): OrganisationKind | undefined =>
    directory.organisation(organisationId)?.kind;

/** What each partner's care comes to at the prices of the list. */
export function costOf(
  context: AppLoadContext,
  { nameOf }: FlowHere,
  takenOn: Tally,
): { readonly table: TableData; readonly total: string | null } {
  const groups = shownGroups(takenOn.by("partner"));
  const counts = groups.map(({ keys, sum }) => ({ keys, people: sum.of }));
  const lines = costLines(counts, kindIn(context));
  const most = Math.max(1, ...lines.map((line) => line.pounds ?? 0));
  const together = groups.find(({ keys }) => keys.length > 1)?.keys ?? [];
  const total = lines.length === 0 ? null : pounds(lines.reduce((sum, line) => sum + (line.pounds ?? 0), 0));
  const table: TableData = {
    caption: FLOW.cost,
    columns: [
      { name: FLOW.partner },
      { name: FLOW.people, number: true },
      { name: FLOW.pounds, number: true },
    ],
    rows: [
      ...lines.map((line) => [
        {
          text:
            line.organisationId === null
              ? groupName(together.map((id) => nameOf("partner", id)))
              : nameOf("partner", line.organisationId),
        },
        { text: count(line.people) },
        line.pounds === null ? { text: HIDDEN } : { text: pounds(line.pounds), bar: line.pounds / most },
      ]),
      ...(total === null ? [] : [[{ text: FLOW.total }, { text: "" }, { text: total }]]),
    ],
  };
  return { table, total };
}

export const priceTable = (): TableData => ({
  caption: FLOW.prices,
  columns: [{ name: FLOW.kind }, { name: FLOW.price, number: true }],
  rows: (Object.entries(PRICES) as [OrganisationKind, number][]).map(([kind, price]) => [
    { text: KIND_WORDS[kind] },
    { text: pounds(price) },
  ]),
});

/** How much is given outside the hospital, need by need, in the first half of the time and in the second. */
export function settingsOf(
  { nameOf }: FlowHere,
  halves: readonly [Tally, Tally],
): { readonly table: TableData; readonly whole: readonly string[] } {
  const shown = halves.map((half) => {
    const lines = shownGroups(half.by("need"));
    return new Map(
      lines.flatMap((line) => (line.keys.length === 1 ? [[line.keys[0] ?? "", line] as const] : [])),
    );
  });
  const needs = [...new Set(shown.flatMap((lines) => [...lines.keys()]))];
  const cell = (line: ShownGroup | undefined) => {
    const value = line === undefined || line.hidden ? null : shownFigure(line.sum).value;
    return value === null || line === undefined
      ? { text: HIDDEN }
      : { text: percent(value), bar: value, small: count(roundedCount(line.sum.of)) };
  };
  const whole = halves.map(({ whole }) => cell({ keys: [], sum: whole, hidden: tellsOfFew(whole) }));
  const table: TableData = {
    caption: FLOW.settings,
    columns: [{ name: DIMENSION_WORDS.need.one }, ...FLOW.halves.map((name) => ({ name, number: true }))],
    rows: [
      [{ text: FLOW.allNeeds }, ...whole],
      ...needs.map((need) => [
        { text: nameOf("need", need) },
        ...shown.map((lines) => cell(lines.get(need))),
      ]),
    ],
  };
  return { table, whole: whole.map(({ text }) => text) };
}
