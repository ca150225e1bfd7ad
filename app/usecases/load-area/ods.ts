import type { Location, Offer, Organisation, OrganisationKind, Partnership } from "~/domain/directory/types";
import { outcodeOf } from "~/domain/shared/identifiers";
import { isGeneralDentist } from "~/integrations/ods/dentists";
import { isPharmacy } from "~/integrations/ods/dispensers";
import type { OdsOrganisation } from "~/integrations/ods/row";
import { publicPhone } from "~/integrations/published/contacts";
import { tallyOf, withRows } from "./change";
import {
  addressAt,
  factsOf,
  locationOf,
  membershipOf,
  offerOf,
  organisationOf,
  type Step,
  type StepInput,
  seesTheArea,
  streetOf,
  withShortNames,
} from "./step";

interface OdsList {
  /** Begins the id of every row that this file answers for. */
  readonly prefix: string;
  readonly sourceFile: string;
  readonly kindOf: (record: OdsOrganisation) => OrganisationKind;
  readonly shortNameOf?: (ods: string) => string | undefined;
  /** For organisations that see people of the area. */
  readonly offersOf: (
    organisation: Organisation,
    location: Location,
    record: OdsOrganisation,
  ) => readonly Offer[];
}

const PRACTICES = "NHS England ODS, GP practices (epraccur)";
const PHARMACIES = "NHS England ODS, dispensers (edispensary)";
const DENTISTS = "NHS England ODS, dental practices (egdpprac)";
const TRUSTS = "NHS England ODS, trusts (etr)";

export const isPharmacyOfOds = (organisation: Organisation): boolean =>
  organisation.source?.file === PHARMACIES &&
  organisation.kind === "pharmacy" &&
  organisation.status === "active";

export const isTrustOfOds = (organisation: Organisation): boolean =>
  organisation.source?.file === TRUSTS && organisation.status === "active";

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

/** What pharmacies offer comes with the list of conditions; who only supplies appliances offers nothing. */
export const pharmaciesStep: Step<OdsOrganisation> = (input) =>
  odsStep(input, {
    prefix: "rx.",
    sourceFile: PHARMACIES,
    kindOf: (record) => (isPharmacy(record) ? "pharmacy" : "specialist"),
    offersOf: () => [],
  });

/** A general dental practice sees anyone. */
export const dentistsStep: Step<OdsOrganisation> = (input) =>
  odsStep(input, {
    prefix: "dental.",
    sourceFile: DENTISTS,
    kindOf: () => "specialist",
    offersOf: (dentist, location, record) =>
      isGeneralDentist(record) && !input.rules.otherDentists.test(record.name)
        ? input.rules.dentistServices.map((serviceId) =>
            offerOf({
              id: `dental.${dentist.id}.${serviceId}`,
              serviceId,
              organisationId: dentist.id,
              locationId: location.id,
            }),
          )
        : [],
  });

/** What trusts offer comes with their waits. */
export const trustsStep: Step<OdsOrganisation> = (input) => {
  const trusts = new Map(input.rules.trusts.map((trust) => [trust.ods, trust]));
  return odsStep(input, {
    prefix: "trust.",
    sourceFile: TRUSTS,
    kindOf: ({ ods, name }) =>
      input.rules.trustKinds.find((rule) => ("ods" in rule ? rule.ods.includes(ods) : rule.name.test(name)))
        ?.kind ?? "hospital-trust",
    shortNameOf: (ods) => trusts.get(ods)?.shortName,
    offersOf: () => [],
  });
};

function odsStep(input: StepInput<OdsOrganisation>, list: OdsList): ReturnType<Step<OdsOrganisation>> {
  const { contents, rules } = input;
  const before = new Map(contents.organisations.map((organisation) => [organisation.id, organisation]));
  const organisations: Organisation[] = [];
  const partnerships: Partnership[] = [];
  const placed = new Map<string, { readonly location: Location; readonly record: OdsOrganisation }>();
  const addresses = new Map<string, readonly string[]>();
  const outcodes = new Map<string, string>();

  input.records.forEach((record, index) => {
    const where = input.whereIs(record.postcode);
    if (where === undefined && rules.extent.kind === "district") {
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
        kind: list.kindOf(record),
        // Other files fill in what ODS does not give; that is not lost when ODS is loaded again.
        phone: publicPhone(record.phone) ?? old?.phone ?? null,
        website: old?.website ?? null,
        source: { file: list.sourceFile, edition: input.edition },
      }),
      listSize: old?.listSize ?? null,
    };
    addresses.set(id, address);
    outcodes.set(id, outcodeOf(record.postcode));
    organisations.push(organisation);
    partnerships.push(membershipOf(`${list.prefix}${id}`, id, rules));
    if (where === undefined) return;
    const location = locationOf({
      id: `${list.prefix}${id}`,
      organisationId: id,
      name: rules.offices.test(record.address[0] ?? "")
        ? organisation.name
        : placeName(organisation.name, address),
      address: addressAt(address, where),
      postcode: record.postcode,
      position: where.position,
    });
    placed.set(id, { location, record });
  });

  const named = list.shortNameOf
    ? organisations
    : withShortNames(
        organisations,
        ({ id }) => streetOf(addresses.get(id) ?? []),
        ({ id }) => outcodes.get(id) ?? "",
      );
  const offers = named.flatMap((organisation) => {
    const at = placed.get(organisation.id);
    return at !== undefined && seesTheArea(rules, at.record)
      ? list.offersOf(organisation, at.location, at.record)
      : [];
  });
  const locations = [...placed.values()].map(({ location }) => location);

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
