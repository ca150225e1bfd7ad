import type { Candidate } from "../types";

/** What each is called among these: by its organisation, and by its place too where one organisation has several. */
export function namesOf(candidates: readonly Candidate[]): (candidate: Candidate) => string {
  const count = new Map<string, number>();
  for (const { facts } of candidates) {
    count.set(facts.organisationName, (count.get(facts.organisationName) ?? 0) + 1);
  }
  return ({ facts: { organisationName, locationName, offerName } }) => {
    const apart = locationName ?? offerName ?? organisationName;
    return (count.get(organisationName) ?? 0) > 1 && apart !== organisationName
      ? `${organisationName} at ${apart}`
      : organisationName;
  };
}
