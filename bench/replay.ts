import type { Directory } from "~/domain/directory/directory";
import { buildDirectory } from "~/domain/directory/directory";
import type { Mode } from "~/domain/directory/types";
import { route } from "~/domain/routing/route";
import type { Need } from "~/domain/routing/types";
import { seeded } from "~/domain/shared/seeded";
import { instant } from "~/domain/shared/time";
import { type RecordedRequest, replay } from "~/domain/simulation/replay";
import { larkmouth } from "~seeds/reference/larkmouth";
import { LARKMOUTH_CAPACITY } from "~seeds/reference/larkmouth/states";
import { LARKMOUTH_POSTCODES } from "~seeds/reference/postcodes";
import { statesOf } from "~seeds/reference/states";
import { type Bench, rounded } from "./measure";

const FIRST = "2025-11-24T00:00:00.000Z";
const TODAY = "2026-11-24";
const YEAR_MS = 365 * 86_400_000;
const REQUESTS = 50_000;
const ROUNDS = 7;
const PLACES_A_WEEK = 4;
const MODES: readonly (readonly Mode[])[] = [[], [], [], ["in-person"], ["phone", "video"]];

/** A year of Larkmouth's requests through routing again, capacity being used up as it goes. */
export const replayBench: Bench = {
  name: "replay",
  about:
    "What-if on Larkmouth: a year of requests replayed with capacity used up (decisions a second on one core), beside a bare index look-up of the same needs",
  async *run() {
    const contents = larkmouth(TODAY);
    const directory = buildDirectory(contents);
    const overlay = statesOf(contents.offers, `${TODAY}T09:00:00.000Z`, LARKMOUTH_CAPACITY);
    const requests = yearOf(directory);
    const replayed = (explain: boolean) =>
      replay(directory, overlay, requests, { explain, otherwise: PLACES_A_WEEK });
    const bare = replayed(false);
    const explained = replayed(true);
    if (JSON.stringify(explained.choices) !== JSON.stringify(bare.choices)) {
      throw new Error("The choices differ when explanations are on");
    }
    const firsts = requests.map(({ need, at }) => route(directory, overlay, need, at).chosen);
    const pushed = bare.choices.filter(({ offerId }, place) => offerId !== firsts[place]).length;
    const details = { requests: requests.length, offers: contents.offers.length, pushedToOthers: pushed };
    const unit = "decisions/s";
    yield { bench: "replay", value: rate(() => replayed(false)), unit, explained: false, ...details };
    yield { bench: "replay", value: rate(() => replayed(true)), unit, explained: true, ...details };
    yield {
      bench: "replay.bare-look-up",
      value: rate(() => lookUpAll(directory, requests)),
      unit: "look-ups/s",
    };
  },
};

/** The quietest of several rounds: what other programs on the machine took is not what is measured. */
function rate(all: () => unknown): number {
  const seconds = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    all();
    return (performance.now() - from) / 1000;
  });
  return rounded(REQUESTS / Math.min(...seconds), 0);
}

/** The least that an answer takes: each service's offers by its id, and the first that takes requests by squared degrees. */
function lookUpAll(directory: Directory, requests: readonly RecordedRequest[]): number {
  let found = 0;
  for (const { need } of requests) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const offer of directory.offersOf(need.serviceId)) {
      const at = directory.centreOf(offer)?.position;
      if (at === undefined || need.place === null || offer.status !== "open") continue;
      const far = (at.lat - need.place.position.lat) ** 2 + (at.lon - need.place.position.lon) ** 2;
      if (far < nearest) nearest = far;
    }
    if (nearest < Number.POSITIVE_INFINITY) found += 1;
  }
  return found;
}

function yearOf(directory: Directory): RecordedRequest[] {
  const random = seeded(3);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? none();
  const practices = directory.organisations.flatMap(({ kind, odsCode }) =>
    kind === "practice" && odsCode !== null ? [odsCode] : [],
  );
  return Array.from({ length: REQUESTS }, (_, number): RecordedRequest => {
    const service = pick(directory.services);
    const { postcode, position } = pick(LARKMOUTH_POSTCODES);
    const need: Need = {
      serviceId: service.id,
      priority: service.priority,
      person: {
        bornOn: `${1930 + Math.floor(random() * 94)}-0${1 + Math.floor(random() * 9)}-15`,
        sex: random() < 0.5 ? "female" : "male",
        registeredWith: { ods: pick(practices), checked: random() < 0.7 },
      },
      place: { postcode, position },
      preferences: { modes: pick(MODES), first: pick(["recommended", "soonest", "nearest"]), knownTo: [] },
      alreadyAsked: [],
    };
    return {
      id: `r${number}`,
      at: instant(Date.parse(FIRST) + Math.floor((number / REQUESTS) * YEAR_MS)),
      need,
    };
  });
}

function none(): never {
  throw new Error("Larkmouth has nothing to pick from");
}
