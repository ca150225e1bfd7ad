import { outcodeOf } from "../shared/identifiers";
import type { ChangeOf } from "./changes";
import { ageBandOf } from "./course";
import { numberOf } from "./luck";
import type { RecordedRequest } from "./replay";

/** The most requests that are played again on one side: a few times a large town's year, and what a server has room for. */
export const MOST_REQUESTS = 1_000_000;

type DemandChange = ChangeOf<"demand"> | ChangeOf<"population">;

/**
 * More or fewer of the same requests. As many are added or left out as the percentage says, to the nearest whole one;
 * which ones is told by the seed and by their ids alone, and whoever is added asks at the moment, from the place and
 * for the need of somebody who really did. Nobody else's request changes, so that what was asked before can be compared.
 * Undefined where there would be more than `most`: none is made then.
 */
export function changeDemand(
  requests: readonly RecordedRequest[],
  change: DemandChange,
  seed: number,
  most = MOST_REQUESTS,
): readonly RecordedRequest[] | undefined {
  const meant = requests.filter((request) => isMeant(request, change));
  const more = Math.round((meant.length * Math.abs(change.percent)) / 100);
  if (more === 0) return requests;
  if (change.percent > 0 && requests.length + more > most) return undefined;
  const inTurn = meant
    .map((request) => ({ request, turn: numberOf(`${change.kind} ${request.id}`, seed) }))
    .sort((a, b) => a.turn - b.turn || (a.request.id < b.request.id ? -1 : 1))
    .map(({ request }) => request);
  if (change.percent < 0) {
    const out = new Set(inTurn.slice(0, more));
    return requests.filter((request) => !out.has(request));
  }
  const taken = new Set(requests.map(({ id }) => id));
  const added = Array.from({ length: more }, (_, place): RecordedRequest => {
    const like = inTurn[place % inTurn.length] as RecordedRequest;
    const id = freeId(like.id, taken);
    taken.add(id);
    return { ...like, id };
  });
  return [...requests, ...added];
}

function isMeant({ at, need }: RecordedRequest, change: DemandChange): boolean {
  if (change.kind === "demand") return change.serviceId === null || need.serviceId === change.serviceId;
  const { outcode, age } = change;
  if (outcode !== null && (need.place === null || outcodeOf(need.place.postcode) !== outcode)) return false;
  return age === null || ageBandOf(need.person.bornOn, at) === age;
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let copy = 2; ; copy += 1) {
    const next = `${id}*${copy}`;
    if (!taken.has(next)) return next;
  }
}
