import type { Location, Offer, Organisation, OrganisationKind, Partnership } from "~/domain/directory/types";
import type { OdsOrganisation } from "~/integrations/ods/row";
import { publicPhone } from "~/integrations/published/contacts";
import { tallyOf, withRows } from "./change";
import {
  factsOf,
  locationOf,
  membershipOf,
  offerOf,
  organisationOf,
  type Step,
  type StepInput,
  streetOf,
  withShortNames,
} from "./step";

interface OdsList {
  /** Begins the id of every row that this file answers for. */
  readonly prefix: string;
  readonly sourceFile: string;
  readonly kindOf: (ods: string) => OrganisationKind;
  readonly shortNameOf?: (ods: string) => string | undefined;
  readonly offersOf: (organisation: Organisation, location: Location) => readonly Offer[];
}

const PRACTICES = "NHS England ODS, GP practices (epraccur)";
const PHARMACIES = "NHS England ODS, dispensers (edispensary)";
const TRUSTS = "NHS England ODS, trusts (etr)";

export const isPharmacyOfOds = (organisation: Organisation): boolean =>
  organisation.source?.file === PHARMACIES && organisation.status === "active";

/** A practice sees its own list, and refers its own people on to specialists. */
export const practicesStep: Step<OdsOrganisation> = (input) =>
  odsStep(input, {
    prefix: "gp.",
    sourceFile: PRACTICES,
    kindOf: () => "practice",
    offersOf: (practice, location) => [
      ...input.rules.practiceServices.map((serviceId) =>
        offerOf({
          id: `gp.${practice.id}.${serviceId}`,
          serviceId,
          organisationId: practice.id,
          locationId: location.id,
          modes: ["in-person", "phone"],
          ownListOnly: true,
        }),
      ),
      ...input.rules.specialties.map(({ serviceId }) =>
        offerOf({
          id: `gp.${practice.id}.${serviceId}`,
          serviceId,
          organisationId: practice.id,
          locationId: location.id,
          role: "referrer",
          modes: ["in-person", "phone"],
          ownListOnly: true,
        }),
      ),
    ],
  });

/** What pharmacies offer comes with the list of conditions. */
export const pharmaciesStep: Step<OdsOrganisation> = (input) =>
  odsStep(input, {
    prefix: "rx.",
    sourceFile: PHARMACIES,
    kindOf: () => "pharmacy",
    offersOf: () => [],
  });

/** What trusts offer comes with their waits. */
export const trustsStep: Step<OdsOrganisation> = (input) => {
  const trusts = new Map(input.rules.trusts.map((trust) => [trust.ods, trust]));
  return odsStep(input, {
    prefix: "trust.",
    sourceFile: TRUSTS,
    kindOf: (ods) => trusts.get(ods)?.kind ?? "hospital-trust",
    shortNameOf: (ods) => trusts.get(ods)?.shortName,
    offersOf: () => [],
  });
};

function odsStep(input: StepInput<OdsOrganisation>, list: OdsList): ReturnType<Step<OdsOrganisation>> {
  const { contents, rules } = input;
  const before = new Map(contents.organisations.map((organisation) => [organisation.id, organisation]));
  const organisations: Organisation[] = [];
  const partnerships: Partnership[] = [];
  const locations: Location[] = [];
  const offers: Offer[] = [];
  const addresses = new Map<string, readonly string[]>();

  input.records.forEach((record, index) => {
    const position = input.position(record.postcode);
    if (position === undefined) {
      input.refuse(index, "its postcode has no position");
      return;
    }
    const id = record.ods.toLowerCase();
    if (addresses.has(id)) {
      input.refuse(index, "a code that was in the file before");
      return;
    }
    const address = record.address.filter((line) => !rules.offices.test(line));
    const old = before.get(id);
    const organisation: Organisation = {
      ...organisationOf({
        id,
        odsCode: record.ods,
        name: record.name,
        shortName: list.shortNameOf?.(record.ods) ?? record.name,
        kind: list.kindOf(record.ods),
        // Other files fill in what ODS does not give; that is not lost when ODS is loaded again.
        phone: publicPhone(record.phone) ?? old?.phone ?? null,
        website: old?.website ?? null,
        source: { file: list.sourceFile, edition: input.edition },
      }),
      listSize: old?.listSize ?? null,
    };
    const location = locationOf({
      id: `${list.prefix}${id}`,
      organisationId: id,
      name: rules.offices.test(record.address[0] ?? "")
        ? organisation.name
        : placeName(organisation.name, address),
      address,
      postcode: record.postcode,
      position,
    });
    addresses.set(id, address);
    organisations.push(organisation);
    partnerships.push(membershipOf(`${list.prefix}${id}`, id, rules));
    locations.push(location);
  });

  const named = list.shortNameOf
    ? organisations
    : withShortNames(organisations, ({ id }) => streetOf(addresses.get(id) ?? []));
  named.forEach((organisation, index) => {
    const location = locations[index];
    if (location !== undefined) offers.push(...list.offersOf(organisation, location));
  });

  const next = withRows(contents, list.prefix, (each) => each.source?.file === list.sourceFile, {
    organisations: named,
    partnerships,
    locations,
    // The offers of pharmacies and trusts are those of other files, with ids of their own.
    offers,
  });
  const tally = tallyOf(
    contents.organisations.map(factsOf),
    next.organisations.map(factsOf),
    new Set(named.map(({ id }) => id)),
  );
  return { contents: next, tally };
}

/** A health centre's name, where the address begins with one; else the organisation's own. */
function placeName(name: string, address: readonly string[]): string {
  const first = address[0] ?? "";
  return first === "" || /\d/.test(first) || address.length < 2 ? name : first;
}
