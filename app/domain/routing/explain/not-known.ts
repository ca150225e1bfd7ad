import { listInWords } from "../../shared/in-words";
import { isKeptKnown } from "../point-lines";
import type { Candidate, RoutingDecision } from "../types";

/** What was not known of those that are told, and how it was counted. */
export function notKnownOf(
  { need, at, candidates }: RoutingDecision,
  told: readonly Candidate[],
  names: (candidate: Candidate) => string,
): string[] {
  const providers = told.filter(({ facts }) => facts.role === "provider");
  const isAll = providers.length === candidates.filter(({ eligible }) => eligible).length;
  const whose = (isUnknown: (candidate: Candidate) => boolean): string | null => {
    const unknown = providers.filter(isUnknown);
    if (unknown.length === 0) return null;
    return unknown.length > 1 && unknown.length === providers.length
      ? isAll
        ? "any of them"
        : "any that we name here"
      : listInWords(unknown.map(names), "or");
  };
  const wait = whose(
    ({ facts }) => facts.wait === null && (facts.nextFreeAt === null || facts.nextFreeAt < at),
  );
  const old = whose(({ facts }) => facts.capacity === null && facts.capacityConfirmedAt !== null);
  const room = whose(
    ({ facts }) => facts.capacity === null && facts.capacityConfirmedAt === null && facts.nextFreeAt === null,
  );
  const far = whose(({ facts }) => facts.distanceKm === null && facts.locationName !== null);
  const kept = whose(
    ({ facts, lines }) => lines.some(({ reason }) => reason === "kept") && !isKeptKnown(facts.kept),
  );
  return [
    ...(wait === null
      ? []
      : [`We do not know the wait at ${wait}. We counted it as six weeks, and never as no wait.`]),
    ...(room === null
      ? []
      : [`We do not know if there is room at ${room}. We counted that as half way between room and none.`]),
    ...(old === null
      ? []
      : [
          `It is too long since we heard if there is room at ${old}. We counted that as half way between room and none.`,
        ]),
    ...(far === null
      ? []
      : [
          need.place === null
            ? "You did not tell us where you live. So we could not count how near they are."
            : `We do not know how far it is to ${far}. So it got nothing for being near.`,
        ]),
    ...(kept === null
      ? []
      : [`It is too soon to say how well promises are kept at ${kept}. So that counts for little.`]),
  ];
}
