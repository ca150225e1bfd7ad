import type { ServiceWords } from "../catalogue/service-words";
import { organisationFrom } from "../directory/newcomers";
import type { PartnershipChange } from "../directory/partnership-changes";
import { latestBegun } from "../directory/standing";
import type { Brand, DirectoryContents, Offer, Partnership, Policy } from "../directory/types";
import { PRIORITIES } from "../fulfilment/priority";
import type { PlainDate, Span } from "../shared/time";
import { constitutionOf } from "./constitution";
import type { Matter, MatterOf } from "./matter";

/** What a matter that has passed comes to: a change that a use case makes, or why none can be made. */
export type Passed =
  | { readonly kind: "partnership"; readonly change: PartnershipChange }
  | { readonly kind: "add-service"; readonly words: ServiceWords }
  | { readonly kind: "retire-service"; readonly serviceId: string }
  | {
      readonly kind: "rows";
      readonly put: {
        readonly brand?: Brand;
        readonly partnerships?: readonly Partnership[];
        readonly offers?: readonly Offer[];
      };
      readonly action: string;
      readonly subject: string;
      readonly detail: object;
    }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

type Contents = Pick<DirectoryContents, "brand" | "organisations" | "partnerships" | "services" | "offers">;

const refused = (reason: string): Passed => ({ kind: "refused", reasons: [reason] });

/** What a matter comes to in a directory, when it takes effect on a day. */
export function whatPasses(matter: Matter, contents: Contents, today: PlainDate): Passed {
  switch (matter.kind) {
    case "admit":
      return admit(matter, contents, today);
    case "leave":
    case "suspend": {
      const { kind, organisationId, openWork } = matter;
      const change: PartnershipChange =
        kind === "leave" ? { kind, organisationId, on: today, openWork } : { kind, organisationId, openWork };
      return { kind: "partnership", change };
    }
    case "resume":
      return { kind: "partnership", change: { kind: "resume", organisationId: matter.organisationId } };
    case "policy":
      return setPolicy(matter, contents.brand);
    case "add-service":
      return { kind: "add-service", words: { ...NOTHING_MORE, ...matter.service } };
    case "retire-service": {
      const service = contents.services.find(({ id }) => id === matter.serviceId);
      if (service === undefined) return refused("There is no such service any more");
      if (service.status === "closed") return refused(`${service.name} is closed already`);
      return { kind: "retire-service", serviceId: service.id };
    }
    case "box-rule":
      return setBoxRule(matter, contents, today);
    case "constitution":
      return setConstitution(matter, contents.brand);
    default:
      return matter satisfies never;
  }
}

/** What a new service does not say yet. */
const NOTHING_MORE = {
  synonyms: [],
  whoItIsFor: [],
  whatToExpect: [],
  whatToBring: [],
  notFor: [],
  howLong: [],
  forCarers: false,
  sensitive: false,
} satisfies Partial<ServiceWords>;

function admit(matter: MatterOf<"admit">, contents: Contents, today: PlainDate): Passed {
  const { who, arrangement, leadOrganisationId, boxStyles, returnTicket } = matter;
  const terms = {
    kind: "join",
    on: today,
    arrangement,
    leadOrganisationId,
    boxStyles,
    returnTicket,
  } as const;
  if (!("newcomer" in who))
    return {
      kind: "partnership",
      change: { ...terms, organisationId: who.organisationId, newcomer: null },
    };
  const organisation = organisationFrom(
    { ...who.newcomer, arrangement, leadOrganisationId, boxStyles },
    contents,
  );
  const alike = contents.organisations.find(({ name }) => name === organisation.name);
  if (alike !== undefined)
    return refused(`${alike.name} is in the directory already: choose it from the list`);
  return {
    kind: "partnership",
    change: {
      ...terms,
      organisationId: organisation.id,
      newcomer: { organisation, locations: [], offers: [] },
    },
  };
}

function setPolicy(matter: MatterOf<"policy">, brand: Brand): Passed {
  const before = brand.policy;
  const policy: Policy = {
    ...before,
    version: before.version + 1,
    points: { ...before.points, ...matter.points },
    answerWithin: { ...before.answerWithin, ...matter.answerWithin },
    promiseWithin: { ...before.promiseWithin, ...matter.promiseWithin },
  };
  const reasons = policyFaults(policy);
  if (reasons.length > 0) return { kind: "refused", reasons };
  return {
    kind: "rows",
    put: { brand: { ...brand, policy } },
    action: "policy-set",
    subject: brand.id,
    detail: { before, after: policy },
  };
}

/** The fewest hours that it can be: a working day is a day of the clock, or longer. */
const hoursOf = (span: Span): number => ("hours" in span ? span.hours : 24 * span.workingDays);

/** What is wrong with a policy as a whole, in words. */
function policyFaults({ points, answerWithin, promiseWithin }: Policy): readonly string[] {
  const nothing = Object.values(points).every((most) => most === 0);
  const late = PRIORITIES.filter((priority) => {
    const [answer, promise] = [answerWithin[priority], promiseWithin[priority]];
    return hoursOf(answer) > hoursOf(promise);
  });
  return [
    ...(nothing ? ["Give points for one thing or more"] : []),
    ...late.map(() => "A partner must answer by the time that people are promised"),
  ];
}

/** The styles that a partnership agrees from now on; what comes in another one takes the first of them. */
function setBoxRule(
  { organisationId, styles }: MatterOf<"box-rule">,
  { partnerships, offers }: Contents,
  today: PlainDate,
): Passed {
  const partnership = latestBegun(
    partnerships.filter((each) => each.organisationId === organisationId),
    today,
  );
  const [first] = styles;
  if (partnership === undefined || first === undefined || (partnership.endsOn ?? today) < today)
    return refused("It is no partner any more");
  const moved = offers.filter(
    (offer) => offer.organisationId === organisationId && !styles.includes(offer.box.style),
  );
  return {
    kind: "rows",
    put: {
      partnerships: [{ ...partnership, boxStyles: styles }],
      offers: moved.map((offer) => ({ ...offer, box: { ...offer.box, style: first } })),
    },
    action: "box-rule-set",
    subject: organisationId,
    detail: { before: partnership.boxStyles ?? null, after: styles, offers: moved.map(({ id }) => id) },
  };
}

function setConstitution({ rules }: MatterOf<"constitution">, brand: Brand): Passed {
  const before = constitutionOf(brand);
  if (before.version !== rules.version) return refused("The rules have changed since this was proposed");
  const after = { ...rules, version: before.version + 1 };
  return {
    kind: "rows",
    put: { brand: { ...brand, constitution: after } },
    action: "constitution-set",
    subject: brand.id,
    detail: { before, after },
  };
}
