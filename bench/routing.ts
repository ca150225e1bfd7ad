import { around, distance } from "geokdbush";
import KDBush from "kdbush";
import { buildDirectory, type Directory } from "~/domain/directory/directory";
import { route } from "~/domain/routing/route";
import type { Need } from "~/domain/routing/types";
import { type Bench, type Measure, percentile, quietest, rounded, timed } from "./measure";
import { NOW, syntheticDirectory, syntheticNeeds } from "./synthetic";

const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;
const WARM_UP = 3_000;
const ROUNDS = 10;
const CALLS = 2_000;
const NEAREST = 30;

/** One decision at growing sizes, beside a bare nearest-30 look-up with filter and sort over the same offers. */
export const routingBench: Bench = {
  name: "routing",
  about:
    "One routing decision at 1,000 to 1,000,000 offers (p50, p99, µs), explained and not, beside a bare nearest-30 look-up",
  async *run() {
    const p99 = new Map<number, number>();
    for (const offers of SIZES) {
      const { contents, overlay } = syntheticDirectory(offers);
      const from = performance.now();
      const directory = buildDirectory(contents);
      yield measure("routing.build", performance.now() - from, "ms", { offers });
      const needs = syntheticNeeds(2_000, directory.organisations.length);
      const needAt = (turn: number): Need => needs[turn % needs.length] ?? needs[0] ?? fail();
      const explained = (turn: number) => route(directory, overlay, needAt(turn), NOW);
      const bare = (turn: number) => route(directory, overlay, needAt(turn), NOW, { explain: false });

      const decisions = needs.map((need) => route(directory, overlay, need, NOW));
      const shown = decisions.reduce((sum, { candidates }) => sum + candidates.length, 0) / decisions.length;
      const details = { offers, candidatesShown: rounded(shown) };
      const times = measured(explained);
      p99.set(offers, percentile(times, 0.99));
      yield measure("routing.explained.p50", percentile(times, 0.5), "µs", details);
      yield measure("routing.explained.p99", percentile(times, 0.99), "µs", details);
      const quick = measured(bare);
      yield measure("routing.unexplained.p50", percentile(quick, 0.5), "µs", details);
      yield measure("routing.unexplained.p99", percentile(quick, 0.99), "µs", details);
      const lookUp = bareLookUp(directory);
      const looked = measured((turn) => lookUp(needAt(turn)));
      yield measure("routing.bare-look-up.p50", percentile(looked, 0.5), "µs", { offers });
      yield measure("routing.bare-look-up.p99", percentile(looked, 0.99), "µs", { offers });
    }
    const growth = (p99.get(1_000_000) ?? 0) / (p99.get(100_000) ?? 1);
    yield measure("routing.growth", growth, "× (p99 at 1,000,000 over 100,000)", {}, 2);
  },
};

const measure = (
  bench: string,
  value: number,
  unit: string,
  details: Readonly<Record<string, number>>,
  digits = 1,
): Measure => ({ bench, value: rounded(value, digits), unit, ...details });

function measured(call: (turn: number) => unknown): Float64Array {
  timed(WARM_UP, call);
  return quietest(ROUNDS, CALLS, call);
}

/** What a plain program would do: the nearest 30 that take requests, filtered by age, sorted by distance then id. */
function bareLookUp(directory: Directory): (need: Need) => unknown {
  const trees = new Map(
    directory.services.map((service) => {
      const places = directory.offersOf(service.id).flatMap((offer) => {
        const location = offer.locationId === null ? undefined : directory.location(offer.locationId);
        return location === undefined ? [] : [{ offer, location }];
      });
      const tree = new KDBush(places.length);
      for (const { location } of places) tree.add(location.position.lon, location.position.lat);
      return [service.id, { places, tree: tree.finish() }] as const;
    }),
  );
  return (need) => {
    const found = trees.get(need.serviceId);
    if (found === undefined || need.place === null) return [];
    const { lon, lat } = need.place.position;
    const isOpen = (row: number) => {
      const offer = found.places[row]?.offer;
      return offer?.selfReferral === true && !offer.ownListOnly && (offer.ages?.from ?? 0) <= 40;
    };
    return around(found.tree, lon, lat, NEAREST, directory.policy.reachKm, isOpen)
      .flatMap((row) => {
        const place = found.places[row];
        if (place === undefined) return [];
        const { position } = place.location;
        return [{ offer: place.offer, km: distance(lon, lat, position.lon, position.lat) }];
      })
      .sort((a, b) => a.km - b.km || (a.offer.id < b.offer.id ? -1 : 1));
  };
}

function fail(): never {
  throw new Error("No synthetic needs were made");
}
