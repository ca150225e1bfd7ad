import { buildDirectory } from "~/domain/directory/directory";
import type { DirectoryContents, Location, Offer, Organisation, Partnership } from "~/domain/directory/types";
import { judge } from "~/domain/eligibility/judge";
import type { Need, Rule } from "~/domain/routing/types";
import { contents, HARBOUR, location, NOW, need, offer, organisation, partnership } from "./directory";

/** One offer of Harbour Trust's at the Quay Clinic, and who asks: a case names only what it is about. */
export interface Case {
  readonly offer?: Partial<Offer>;
  readonly organisation?: Partial<Organisation>;
  readonly partnership?: Partial<Partnership>;
  readonly location?: Partial<Location>;
  readonly contents?: Partial<DirectoryContents>;
  readonly need?: Partial<Need>;
  readonly now?: string;
}

/** What one rule says of it. The lead provider's own partnership ends on 23 November 2026. */
export function verdictOf(rule: Rule, given: Case) {
  const it = offer("it", "trust", { locationId: "clinic", ...given.offer });
  const directory = buildDirectory(
    contents({
      organisations: [
        organisation("trust", { name: "Harbour Trust", odsCode: "RLK", ...given.organisation }),
        organisation("lead"),
      ],
      partnerships: [partnership("trust", given.partnership), partnership("lead", { endsOn: "2026-11-23" })],
      locations: [location("clinic", "trust", HARBOUR, { name: "Quay Clinic", ...given.location })],
      offers: [it],
      ...given.contents,
    }),
  );
  const found = judge(directory, it, need(given.need), given.now ?? NOW).find((each) => each.rule === rule);
  return { pass: found?.pass, code: found?.code, text: found?.text };
}
