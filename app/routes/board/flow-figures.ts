import type { AppLoadContext } from "@remix-run/node";
import type { PartFact } from "~/domain/flow/fact";
import { MEASURES, type MeasureId, measureOf } from "~/domain/flow/measures";
import { PathCounter } from "~/domain/flow/path";
import { mondaysOf, weekOf } from "~/domain/flow/period";
import { inTheCommunity } from "~/domain/flow/prices";
import type { Group } from "~/domain/flow/shown";
import { Sum } from "~/domain/flow/sum";
import { Tally } from "~/domain/flow/tally";
import { flowFacts } from "~/usecases/flow-facts";
import type { FlowHere } from "./flow-of";

/** Everything that the page of the flow adds up, in one look at each part. */
export async function readFlow({ onedoor, directory }: AppLoadContext, { asked, setting }: FlowHere) {
  const tallies = new Map(
    MEASURES.map((id) => [
      id,
      new Tally(id, setting, id === "spread" ? ["partner"] : id === "choice" ? ["area"] : []),
    ]),
  );
  const paths = new PathCounter(setting.needOf);
  const outside = inTheCommunity((id) => directory.organisation(id)?.kind);
  const halves: readonly [Tally, Tally] = [
    new Tally(outside, setting, ["need"]),
    new Tally(outside, setting, ["need"]),
  ];
  const mondays = mondaysOf(asked.period);
  const secondHalf = mondays[Math.ceil(mondays.length / 2)] ?? asked.period.until;
  const places = new Map<string, Sum>();
  let parts = 0;
  for await (const facts of flowFacts(onedoor, directory, asked.period))
    for (const fact of facts) {
      parts += 1;
      const week = weekOf(fact.askedAt);
      for (const tally of tallies.values()) tally.add(fact, week);
      paths.add(fact);
      halves[week < secondHalf ? 0 : 1].add(fact, week);
      addPlace(places, fact, placeOf(directory, fact));
    }
  const gives: readonly Group[] = [...places].map(([key, sum]) => ({ key, sum }));
  return {
    parts,
    paths,
    halves,
    gives,
    tally: (id: MeasureId): Tally => {
      const tally = tallies.get(id);
      if (tally === undefined) throw new Error(`${id} was not added up`);
      return tally;
    },
  };
}

const SPREAD = measureOf("spread");

function placeOf(directory: AppLoadContext["directory"], { offerId }: PartFact): string | undefined {
  const offer = offerId === null ? undefined : directory.offer(offerId);
  return offer && directory.centreOf(offer)?.id;
}

function addPlace(places: Map<string, Sum>, fact: PartFact, place: string | undefined): void {
  if (place === undefined) return;
  for (const point of SPREAD.points(fact, 0)) {
    const sum = places.get(place) ?? new Sum(SPREAD.how);
    places.set(place, sum);
    sum.add(fact, point);
  }
}
