import type { Organisation, OrganisationKind, Partnership } from "~/domain/directory/types";
import { LARKMOUTH_ORGANISATIONS } from "./organisations";

const RETURN_TICKETS: Readonly<Record<OrganisationKind, string>> = {
  practice: "The practice keeps its list, its contract and its records. It can leave with a month's notice.",
  "community-trust": "The trust keeps its name, staff and records, and can leave at three months' notice.",
  "mental-health-trust":
    "The trust keeps its name, staff and records, and can leave at three months' notice.",
  "hospital-trust":
    "The hospital keeps its waiting lists and records, and can leave at three months' notice.",
  specialist: "It keeps its patients' records and its name, and can leave at a month's notice.",
  pharmacy: "The pharmacy keeps its contract and its records, and can leave at a month's notice.",
  "social-care":
    "The council keeps its duties, its checks and its records. It can leave with three months' notice.",
  voluntary: "The group keeps its volunteers, its members and its name, and can leave at a month's notice.",
  "social-enterprise": "It keeps its staff, its name and its records, and can leave at three months' notice.",
};

type Terms = Partial<Pick<Partnership, "arrangement" | "leadOrganisationId" | "startsOn" | "endsOn">>;

/** Most partners keep their own contract. These are bound in another way. */
const OTHER_TERMS: Readonly<Record<string, Terms>> = {
  "fenny-lark": { arrangement: "employed", leadOrganisationId: "harbour-trust" },
  lantern: { arrangement: "joint-venture", leadOrganisationId: "quayside" },
  council: { arrangement: "alliance" },
  tidewell: { arrangement: "alliance" },
  "steady-feet": { arrangement: "subcontract", leadOrganisationId: "anchor" },
  "kettle-club": { arrangement: "subcontract", leadOrganisationId: "anchor" },
  "even-keel": { arrangement: "subcontract", leadOrganisationId: "anchor" },
};

/** One partnership an organisation, on its kind's terms unless it has its own. */
export const partnershipOf = (
  { id, kind }: Organisation,
  terms: Terms = OTHER_TERMS[id] ?? {},
): Partnership => ({
  id: `member-${id}`,
  organisationId: id,
  arrangement: "own-contract",
  leadOrganisationId: null,
  startsOn: "2025-04-01",
  endsOn: null,
  suspendedFrom: null,
  returnTicket: RETURN_TICKETS[kind],
  ...terms,
});

export const LARKMOUTH_PARTNERSHIPS: readonly Partnership[] = LARKMOUTH_ORGANISATIONS.map((organisation) =>
  partnershipOf(organisation),
);
