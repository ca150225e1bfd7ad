import type { Directory } from "~/domain/directory/directory";
import type { JourneyFacts } from "~/domain/journeys/draft-answers";
import { type Known, NOTHING_KNOWN } from "~/domain/journeys/known";
import { isNhsNumber } from "~/domain/shared/identifiers";
import { type Instant, localDate } from "~/domain/shared/time";
import type { Reader } from "~db/connect";
import { readAccount } from "~db/queries/accounts";
import { readPersonOfAccount } from "~db/queries/people";

/** What the questions of a brand's journeys need to know: today, and the practices to be registered with. */
export const journeyFacts = (directory: Directory, now: Instant): JourneyFacts => ({
  today: localDate(now),
  practices: practicesOf(directory),
});

const PRACTICES = new WeakMap<Directory, JourneyFacts["practices"]>();

/** In the order of their names; a directory never changes, so they are sorted once. */
function practicesOf(directory: Directory): JourneyFacts["practices"] {
  const found = PRACTICES.get(directory);
  if (found) return found;
  const practices = directory.organisations
    .flatMap(({ kind, odsCode, name, status }) =>
      kind === "practice" && status === "active" && odsCode !== null ? [{ ods: odsCode, name }] : [],
    )
    .sort((one, other) => one.name.localeCompare(other.name, "en-GB"));
  PRACTICES.set(directory, practices);
  return practices;
}

/** What a signed-in person's identity and history vouch for. A guest's answers stand alone. */
export async function knownOf(reader: Reader, brandId: string, accountId: string | null): Promise<Known> {
  if (accountId === null) return NOTHING_KNOWN;
  const account = await readAccount(reader, accountId);
  const person = await readPersonOfAccount(reader, brandId, accountId);
  const proved = account?.claims.identity_proofing_level === "P9" ? account.claims : {};
  return {
    bornOn: birthClaim(account?.claims) ?? person?.bornOn ?? null,
    practice: practiceClaim(proved),
    knownTo: person?.knownTo ?? [],
    nhsNumber: nhsNumberClaim(proved),
  };
}

/** The standard claim: `birthdate`, as a date. */
function birthClaim(claims: Readonly<Record<string, unknown>> = {}): string | null {
  return typeof claims.birthdate === "string" ? claims.birthdate : null;
}

/** NHS login's claim: `nhs_number`. One whose check digit does not fit counts as not given. */
function nhsNumberClaim({ nhs_number: claim }: Readonly<Record<string, unknown>>): string | null {
  return typeof claim === "string" && isNhsNumber(claim) ? claim : null;
}

/** NHS login's claim: `gp_registration_details: { gp_ods_code }`. */
function practiceClaim(claims: Readonly<Record<string, unknown>>): string | null {
  const details = claims.gp_registration_details;
  if (typeof details !== "object" || details === null || !("gp_ods_code" in details)) return null;
  return typeof details.gp_ods_code === "string" ? details.gp_ods_code : null;
}
