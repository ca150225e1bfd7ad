import type { Location, Mode, Offer, Organisation, Partnership } from "~/domain/directory/types";
import type { CommunityService } from "~/integrations/open-referral/feed";
import { opening } from "~/integrations/open-referral/plain-text";
import { tallyOf, withRows } from "./change";
import type { CommunityRule, CommunityRules } from "./rules";
import { locationOf, membershipOf, offerOf, organisationOf, type Step } from "./step";

const SOURCE = "Open Referral UK feed";
const LONGEST_ABOUT = 700;
const MOST_SERVICES = 3;
/**
 * Words say most in a service's own name, then in its audience; one in the first lines of its text is enough, and
 * further down only when there are two.
 */
const WEIGHT = { name: 10, audience: 6, organisation: 4, opening: 2, text: 1 } as const;
const ENOUGH = 2;
const OPENING = 250;
const TEXT_LOOKED_AT = 1_500;

const MODES: Readonly<Record<string, readonly Mode[]>> = {
  Venue: ["in-person"],
  Phone: ["phone"],
  Online: ["video"],
  "Home visit": ["home-visit"],
};

/** Each community service is an offer under up to three lines of the catalogue, in its own published words. */
export const communityStep: Step<CommunityService> = (input) => {
  const { contents, rules } = input;
  const { community } = rules;
  if (community === null) throw new Error("There are no rules for community services");
  const known = new Map(
    contents.organisations
      .filter(({ odsCode, status }) => odsCode !== null && status === "active")
      .map((organisation) => [plainName(organisation.name), organisation]),
  );
  const organisations = new Map<string, Organisation>();
  const partnerships: Partnership[] = [];
  const locations: Location[] = [];
  const offers: Offer[] = [];

  for (const service of input.records) {
    const body = service.organisation ?? {
      id: service.id,
      name: service.name,
      text: service.text,
      website: service.website,
    };
    const existing = known.get(plainName(body.name));
    const organisation =
      existing ??
      organisations.get(`oruk.${body.id}`) ??
      organisationOf({
        id: `oruk.${body.id}`,
        odsCode: null,
        name: opening(body.name, 150),
        kind: community.kinds.find(({ name }) => name.test(body.name))?.kind ?? "voluntary",
        website: body.website ?? service.website,
        about: about(body.text === "" ? service.text : body.text, body.name),
        source: { file: SOURCE, edition: input.edition },
      });
    if (existing === undefined && !organisations.has(organisation.id)) {
      organisations.set(organisation.id, organisation);
      partnerships.push(membershipOf(`oruk.${body.id}`, organisation.id, rules));
    }

    const id = `oruk.${service.id}`;
    const position = service.postcode === null ? undefined : input.position(service.postcode);
    if (service.postcode !== null && position !== undefined) {
      locations.push(
        locationOf({
          id,
          organisationId: organisation.id,
          name: opening(service.name, 150),
          address: [],
          postcode: service.postcode,
          position,
        }),
      );
    }
    // A practice's own entry does not open its doors to people who are not on its list.
    const isPractice = organisation.kind === "practice";
    const serviceIds = isPractice ? [community.other] : servicesFor(service, community);
    for (const serviceId of serviceIds) {
      offers.push(
        offerOf({
          id: `${id}.${serviceId}`,
          serviceId,
          organisationId: organisation.id,
          locationId: position === undefined ? null : id,
          modes: MODES[service.attending] ?? [],
          ownListOnly: isPractice,
          selfReferral: service.access !== "Professional referral",
          words: {
            name: opening(service.name, 150),
            about: about(service.text, service.name),
            website: service.website,
            email: service.email,
            checkedOn: service.assuredOn,
            source: community.directory,
          },
        }),
      );
    }
  }
  const next = withRows(contents, "oruk.", (each) => each.source?.file === SOURCE, {
    organisations: [...organisations.values()],
    partnerships,
    locations,
    offers,
  });
  const listed = (list: readonly Offer[]) => gathered(list.filter(({ id }) => id.startsWith("oruk.")));
  return {
    contents: next,
    tally: tallyOf(
      listed(contents.offers),
      listed(next.offers),
      new Set(input.records.map(({ id }) => `oruk.${id}`)),
    ),
  };
};

/** What a text says beyond the name that stands above it: many begin by repeating it. */
function about(text: string, name: string): string {
  const lines = text.split("\n").filter((line) => plainName(line) !== plainName(name));
  return opening([...new Set(lines)].join("\n"), LONGEST_ABOUT);
}

/** The lines of the catalogue that a community service belongs under: the best fits, or the one for all others. */
export function servicesFor(service: CommunityService, community: CommunityRules): readonly string[] {
  const fits = community.rules
    .map((rule) => ({ serviceId: rule.serviceId, score: scoreOf(service, rule) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SERVICES);
  return fits.length === 0 ? [community.other] : fits.map(({ serviceId }) => serviceId);
}

function scoreOf(service: CommunityService, { words, audiences = [] }: CommunityRule): number {
  const times = (text: string): number => [...text.matchAll(words)].length;
  const audience = service.audiences.some((each) => audiences.includes(each));
  return (
    Math.min(times(service.name), 1) * WEIGHT.name +
    (audience ? WEIGHT.audience : 0) +
    Math.min(times(service.organisation?.name ?? ""), 1) * WEIGHT.organisation +
    Math.min(times(service.text.slice(0, OPENING)), 1) * WEIGHT.opening +
    Math.min(times(service.text.slice(0, TEXT_LOOKED_AT)), 5) * WEIGHT.text
  );
}

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/^the /, "")
    .trim();

/** One record for each community service, whatever number of offers it stands behind. */
function gathered(offers: readonly Offer[]) {
  const services = new Map<string, { id: string; status: string; offers: Record<string, Offer> }>();
  for (const offer of offers) {
    const id = offer.id.slice(0, offer.id.lastIndexOf("."));
    const service = services.get(id) ?? { id, status: "closed", offers: {} };
    if (offer.status === "open") {
      service.status = "open";
      service.offers[offer.id] = offer;
    }
    services.set(id, service);
  }
  return [...services.values()];
}
