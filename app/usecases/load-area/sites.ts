import type { Location, Offer, Organisation, Partnership } from "~/domain/directory/types";
import type { Hospital } from "~/integrations/nhs-choices/hospitals";
import type { Site } from "~/integrations/nhs-choices/site";
import { publicPhone, webAddress } from "~/integrations/published/contacts";
import { tallyOf, withRows } from "./change";
import { isTrustOfOds } from "./ods";
import {
  addressAt,
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

/** What becomes of one site: the trust whose it is, if any, and what is asked for there. */
interface Placed {
  readonly trust: Organisation | undefined;
  readonly serviceId: string | null;
}

/** A hospital of a trust is one of its places; any other is an organisation of its own, with no offers. */
export const hospitalsStep: Step<Hospital> = (input) => {
  const trusts = trustsIn(input);
  return sitesStep(input, "hospital.", HOSPITALS, ({ parentOds }) => ({
    trust: trusts.get(parentOds),
    serviceId: null,
  }));
};

/** A clinic follows the first rule whose words are in its name. */
export const clinicsStep: Step<Site> = (input) => {
  const trusts = trustsIn(input);
  return sitesStep(input, "clinic.", CLINICS, ({ name, parentOds }) => {
    const trust = trusts.get(parentOds);
    const rule = input.rules.clinics.find(
      (each) =>
        each.name.test(name) &&
        (each.parents?.includes(parentOds) ?? true) &&
        (each.ofTrust === undefined || trust !== undefined),
    );
    if (rule === undefined) return "no rule says what is done at this clinic";
    if ("leaveOut" in rule.means) return rule.means.leaveOut;
    return { trust, serviceId: "serviceId" in rule.means ? rule.means.serviceId : null };
  });
};

const trustsIn = ({ contents }: StepInput<unknown>): ReadonlyMap<string, Organisation> =>
  new Map(contents.organisations.filter(isTrustOfOds).map((trust) => [trust.odsCode ?? "", trust]));

function sitesStep<T extends Site>(
  input: StepInput<T>,
  prefix: string,
  sourceFile: string,
  place: (site: T) => Placed | string,
): StepOutput {
  const { contents, rules } = input;
  const organisations: Organisation[] = [];
  const partnerships: Partnership[] = [];
  const locations: Location[] = [];
  const offers: Offer[] = [];
  const seen = new Set<string>();
  const ofOtherLists = new Set(
    contents.organisations
      .filter(({ source, status }) => source?.file !== sourceFile && status === "active")
      .map(({ id }) => id),
  );
  input.records.forEach((site, index) => {
    const where = input.whereIs(site.postcode);
    if (where === undefined) {
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
    const placed = place(site);
    if (typeof placed === "string") {
      input.refuse(index, placed);
      return;
    }
    const { trust, serviceId } = placed;
    const organisationId = trust?.id ?? code;
    // The same code may be in two lists: the organisation is that of the first.
    if (trust === undefined && !ofOtherLists.has(code)) {
      organisations.push(
        organisationOf({
          id: code,
          odsCode: site.ods,
          name: site.name,
          kind: "specialist",
          phone: publicPhone(site.phone),
          website: webAddress(site.website),
          source: { file: sourceFile, edition: input.edition },
        }),
      );
      partnerships.push(membershipOf(id, organisationId, rules));
    }
    const { name, postcode } = site;
    const address = addressAt(site.address, where);
    locations.push(locationOf({ id, organisationId, name, address, postcode, position: where.position }));
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
