import type { PlainDate } from "../shared/time";
import type { Directory } from "./directory";
import { changePartnership, directoryWith, withThoseItLeads } from "./partnership-changes";
import { standings } from "./standing";
import type { Organisation, Partnership } from "./types";

/** People that one front door must cover, and as many as it usually does (NHS England, primary care networks and neighbourhoods). */
export const POPULATION = { least: 30_000, usual: 100_000 } as const;

/** A partner as it is bound on a day. */
export interface Member {
  readonly organisation: Organisation;
  readonly partnership: Partnership;
  readonly standing: "partner" | "suspended";
  /** Who answers for it; null when it does so itself. */
  readonly lead: Organisation | null;
  /** Those that it answers for. */
  readonly leads: readonly Organisation[];
}

/** The members of a brand on a day, by name: those in force, and those that are suspended. */
export function membersOn(directory: Directory, day: PlainDate): readonly Member[] {
  const standing = standings(directory.partnerships);
  const members = directory.organisations.flatMap((organisation): Omit<Member, "leads">[] => {
    const { kind } = standing(organisation.id, day);
    const partnership = directory.partnershipOf(organisation.id);
    if (partnership === undefined || (kind !== "partner" && kind !== "suspended")) return [];
    const lead =
      partnership.leadOrganisationId === null
        ? undefined
        : directory.organisation(partnership.leadOrganisationId);
    return [{ organisation, partnership, standing: kind, lead: lead ?? null }];
  });
  return members
    .map((member) => ({
      ...member,
      leads: members
        .filter(({ lead }) => lead?.id === member.organisation.id)
        .map(({ organisation }) => organisation)
        .sort(byName),
    }))
    .sort((a, b) => byName(a.organisation, b.organisation));
}

const byName = (a: Organisation, b: Organisation): number => (a.name < b.name ? -1 : 1);

/** Registered patients of the members together. */
export const peopleOf = (members: readonly Pick<Member, "organisation">[]): number =>
  members.reduce((sum, { organisation }) => sum + (organisation.listSize?.patients ?? 0), 0);

/** What a directory would be without a partner, as it leaves on a day: who goes along, and what is lost. */
export interface Without {
  /** The partner, and those that it answers for. */
  readonly gone: readonly Organisation[];
  /** Registered patients who go along, for a practice takes its list. */
  readonly listGone: number;
  readonly listLeft: number;
  /** Services that nobody gives any more, and those of several parts that one of these is a part of, by id. */
  readonly nobodyGives: readonly string[];
  /** Services that one partner alone still gives. */
  readonly oneGives: readonly string[];
}

/** Refused with why when the organisation cannot leave. */
export function withoutPartner(
  directory: Directory,
  organisationId: string,
  day: PlainDate,
):
  | { readonly kind: "without"; readonly without: Without }
  | { readonly kind: "refused"; readonly reasons: readonly string[] } {
  const change = { kind: "leave" as const, organisationId, on: day, openWork: "reroute" as const };
  const done = changePartnership(directory, change, day);
  if (done.kind === "refused") return done;
  const before = membersOn(directory, day);
  const after = directoryWith(directory, done.parties);
  const left = membersOn(after, day);
  const goneIds = new Set(withThoseItLeads(directory.partnerships, organisationId));
  const gone = before.filter(({ organisation }) => goneIds.has(organisation.id));
  const had = giversOf(directory, before);
  const have = giversOf(after, left);
  const fewer = [...had].filter(([id, givers]) => (have.get(id) ?? NOBODY).size < givers.size);
  return {
    kind: "without",
    without: {
      gone: gone.map(({ organisation }) => organisation),
      listGone: peopleOf(before) - peopleOf(left),
      listLeft: peopleOf(left),
      nobodyGives: withComposites(
        directory,
        fewer.filter(([id]) => !have.has(id)).map(([id]) => id),
      ),
      oneGives: fewer.filter(([id]) => have.get(id)?.size === 1).map(([id]) => id),
    },
  };
}

/** With what cannot be whole any more because a part of it is given by nobody. */
const withComposites = (directory: Directory, serviceIds: readonly string[]): readonly string[] => [
  ...serviceIds,
  ...directory.services
    .filter(
      ({ parts, status }) =>
        status === "open" && parts?.some(({ serviceId }) => serviceIds.includes(serviceId)),
    )
    .map(({ id }) => id),
];

const NOBODY: ReadonlySet<string> = new Set();

/** The partners that give each service; who is suspended gives none, and who refers on does not give it. */
function giversOf(
  directory: Directory,
  members: readonly Member[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const givers = new Map<string, Set<string>>();
  for (const { organisation, standing } of members) {
    if (standing !== "partner") continue;
    for (const { serviceId, role, status } of directory.offersBy(organisation.id)) {
      if (role !== "provider" || status !== "open") continue;
      const known = givers.get(serviceId) ?? new Set();
      givers.set(serviceId, known.add(organisation.id));
    }
  }
  return givers;
}
