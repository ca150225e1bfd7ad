import type { Offer, Organisation, Wait } from "~/domain/directory/types";
import type { PharmacyPhone } from "~/integrations/nhs-choices/pharmacy-phones";
import type { ListSize } from "~/integrations/statistics/list-sizes";
import type { PharmacyCondition } from "~/integrations/statistics/pharmacy-first";
import type { SpecialtyWait } from "~/integrations/statistics/waits";
import { type Tally, tallyOf, withRows } from "./change";
import { isPharmacyOfOds } from "./ods";
import { offerOf, type Step, type StepInput, type StepOutput } from "./step";

/** Fills in telephone numbers that ODS does not give. */
export const pharmacyPhonesStep: Step<PharmacyPhone> = ({ contents, records }) => {
  const phones = new Map(records.map(({ ods, phone }) => [ods, phone]));
  return enriched(contents, records, (organisation) => {
    const phone = phones.get(organisation.odsCode ?? "");
    return phone === undefined || organisation.phone !== null ? organisation : { ...organisation, phone };
  });
};

/** How many people were registered, with the day on which they were counted. */
export const listSizesStep: Step<ListSize> = ({ contents, records }) => {
  const sizes = new Map(records.map(({ ods, patients, asOf }) => [ods, { patients, asOf }]));
  return enriched(contents, records, (organisation) => {
    const listSize = sizes.get(organisation.odsCode ?? "");
    return listSize === undefined || organisation.kind !== "practice"
      ? organisation
      : { ...organisation, listSize };
  });
};

function enriched(
  contents: StepOutput["contents"],
  records: readonly { readonly ods: string }[],
  fill: (organisation: Organisation) => Organisation,
): StepOutput {
  const organisations = contents.organisations.map(fill);
  const codes = new Set(records.map(({ ods }) => ods));
  const named = organisations.filter(({ odsCode }) => odsCode !== null && codes.has(odsCode));
  const changed = tallyOf(contents.organisations, organisations, new Set(named.map(({ id }) => id)));
  return { contents: { ...contents, organisations }, tally: changed };
}

/** Every active pharmacy of the area treats every condition of the list, for the ages and the sex that the list gives. */
export const pharmacyFirstStep = (
  { contents, rules, records, refuse }: StepInput<PharmacyCondition>,
  pharmaciesOfArea: ReadonlySet<string>,
): StepOutput => {
  const offers: Offer[] = [];
  const places = new Set(contents.locations.map(({ id }) => id));
  const pharmacies = contents.organisations.filter(
    (each) =>
      isPharmacyOfOds(each) && pharmaciesOfArea.has(each.odsCode ?? "") && places.has(`rx.${each.id}`),
  );
  records.forEach((record, index) => {
    const serviceId = rules.pharmacyServices[record.condition];
    if (serviceId === undefined) {
      refuse(index, "no service of the catalogue stands for this condition");
      return;
    }
    for (const pharmacy of pharmacies) {
      offers.push(
        offerOf({
          id: `pharmacy-first.${pharmacy.id}.${serviceId}`,
          serviceId,
          organisationId: pharmacy.id,
          locationId: `rx.${pharmacy.id}`,
          ages: record.ages,
          sex: record.sex,
        }),
      );
    }
  });
  return withOffers(contents, "pharmacy-first.", offers);
};

const DAYS_IN_WEEK = 7;
const MONTH_NAMES =
  "January February March April May June July August September October November December".split(" ");

/**
 * A trust offers a service when enough people wait for its specialty there. The wait is the published median, in whole
 * days, with its month; where none is published it is not known. People cannot ask a trust themselves.
 */
export const waitsStep: Step<SpecialtyWait> = ({ contents, rules, records, refuse }) => {
  const places = new Set(contents.locations.map(({ id }) => id));
  const trusts = new Map(contents.organisations.map((organisation) => [organisation.odsCode, organisation]));
  const offers: Offer[] = [];
  records.forEach((record, index) => {
    const services = rules.specialties.filter(({ specialty }) => specialty === record.specialty);
    const trust = trusts.get(record.trustOds);
    if (trust === undefined) {
      refuse(index, "the trust is not in the list of trusts");
      return;
    }
    if (services.length === 0) {
      refuse(index, "no service of the catalogue stands for this specialty");
      return;
    }
    if (record.pathways < rules.fewestPathways) {
      refuse(
        index,
        `fewer than ${rules.fewestPathways} people wait: too few to say that the trust gives this care`,
      );
      return;
    }
    const site = rules.specialtySites[record.trustOds]?.[record.specialty];
    const siteId = `hospital.${site?.toLowerCase()}`;
    const locationId = [siteId, `trust.${trust.id}`].find((id) => places.has(id)) ?? null;
    for (const { serviceId } of services) {
      offers.push(
        offerOf({
          id: `rtt.${trust.id}.${serviceId}`,
          serviceId,
          organisationId: trust.id,
          locationId,
          selfReferral: false,
          wait: waitOf(record),
        }),
      );
    }
  });
  return withOffers(contents, "rtt.", offers);
};

function waitOf({ medianWeeks, month }: SpecialtyWait): Wait | null {
  if (medianWeeks === null) return null;
  const monthInWords = `${MONTH_NAMES[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
  return {
    days: Math.round(medianWeeks * DAYS_IN_WEEK),
    asOf: month,
    source: `NHS England RTT, ${monthInWords} (cleaned copy)`,
  };
}

function withOffers(
  contents: StepOutput["contents"],
  prefix: string,
  offers: readonly Offer[],
): { contents: StepOutput["contents"]; tally: Tally } {
  const rows = { organisations: [], partnerships: [], locations: [], offers };
  const next = withRows(contents, prefix, () => false, rows);
  const own = (list: readonly Offer[]) => list.filter(({ id }) => id.startsWith(prefix));
  return {
    contents: next,
    tally: tallyOf(own(contents.offers), own(next.offers), new Set(offers.map(({ id }) => id))),
  };
}
