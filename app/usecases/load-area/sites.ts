import type { Location, Offer, Organisation, Partnership } from "~/domain/directory/types";
import type { Hospital } from "~/integrations/nhs-choices/hospitals";
import type { Site } from "~/integrations/nhs-choices/site";
import { publicPhone, webAddress } from "~/integrations/published/contacts";
import { tallyOf, withRows } from "./change";
import {
  factsOf,
  locationOf,
  membershipOf,
  offerOf,
  organisationOf,
  type Step,
  type StepInput,
  type StepOutput,
} from "./step";

const HOSPITALS = "NHS Choices, hospitals";
const CLINICS = "NHS Choices, clinics";

/** What becomes of one site: whose it is, and what is asked for there. */
interface Placed {
  readonly organisation: Organisation | null;
  readonly organisationId: string;
  readonly serviceId: string | null;
}

/** A hospital of a trust of the area is one of its places; any other is an organisation of its own, with no offers. */
export const hospitalsStep: Step<Hospital> = (input) =>
  sitesStep(input, "hospital.", HOSPITALS, (hospital, own) => {
    const trust = trustOf(input, hospital.parentOds);
    return trust !== undefined
      ? { organisation: null, organisationId: trust.id, serviceId: null }
      : { organisation: own, organisationId: own.id, serviceId: null };
  });

/** A clinic follows the first rule whose words are in its name. */
export const clinicsStep: Step<Site> = (input) =>
  sitesStep(input, "clinic.", CLINICS, (clinic, own) => {
    const rule = input.rules.clinics.find(
      ({ name, parents }) =>
        name.test(clinic.name) && (parents === undefined || parents.includes(clinic.parentOds)),
    );
    if (rule === undefined) return "no rule says what is done at this clinic";
    if ("leaveOut" in rule.means) return rule.means.leaveOut;
    const trust = trustOf(input, clinic.parentOds);
    const serviceId = "serviceId" in rule.means ? rule.means.serviceId : null;
    return trust !== undefined
      ? { organisation: null, organisationId: trust.id, serviceId }
      : { organisation: own, organisationId: own.id, serviceId };
  });

const trustOf = ({ contents, rules }: StepInput<unknown>, ods: string): Organisation | undefined =>
  rules.trusts.some((trust) => trust.ods === ods)
    ? contents.organisations.find(({ odsCode }) => odsCode === ods)
    : undefined;

function sitesStep<T extends Site>(
  input: StepInput<T>,
  prefix: string,
  sourceFile: string,
  place: (site: T, own: Organisation) => Placed | string,
): StepOutput {
  const { contents, rules } = input;
  const organisations: Organisation[] = [];
  const partnerships: Partnership[] = [];
  const locations: Location[] = [];
  const offers: Offer[] = [];
  const seen = new Set<string>();
  input.records.forEach((site, index) => {
    const position = input.position(site.postcode);
    if (position === undefined) {
      input.refuse(index, "its postcode has no position");
      return;
    }
    const code = site.ods.toLowerCase();
    const id = `${prefix}${code}`;
    if (seen.has(id)) {
      input.refuse(index, "a code that was in the file before");
      return;
    }
    seen.add(id);
    const own = organisationOf({
      id: code,
      odsCode: site.ods,
      name: site.name,
      kind: "specialist",
      phone: publicPhone(site.phone),
      website: webAddress(site.website),
      source: { file: sourceFile, edition: input.edition },
    });
    const placed = place(site, own);
    if (typeof placed === "string") {
      input.refuse(index, placed);
      return;
    }
    const { organisationId, serviceId } = placed;
    if (placed.organisation !== null) {
      organisations.push(placed.organisation);
      partnerships.push(membershipOf(id, organisationId, rules));
    }
    const { name, address, postcode } = site;
    locations.push(locationOf({ id, organisationId, name, address, postcode, position }));
    if (serviceId !== null) {
      offers.push(offerOf({ id: `${id}.${serviceId}`, serviceId, organisationId, locationId: id }));
    }
  });
  const next = withRows(contents, prefix, (each) => each.source?.file === sourceFile, {
    organisations,
    partnerships,
    locations,
    offers,
  });
  const inFile = new Set(locations.map(({ id }) => id));
  return {
    contents: next,
    tally: tallyOf(withOwners(contents.locations, contents), withOwners(next.locations, next), inFile),
  };
}

/** A place with its organisation's facts: a change in either is a change of the site. */
function withOwners(locations: readonly Location[], { organisations }: StepOutput["contents"]) {
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  return locations.map((location) => {
    const owner = byId.get(location.organisationId);
    return { ...location, owner: owner === undefined ? null : factsOf(owner) };
  });
}
