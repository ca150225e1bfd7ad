import type { AppLoadContext } from "@remix-run/node";
import type { DecisionShown, StandingShown } from "~/components/board/stage/types";
import { DECIDING } from "~/content/board/stage";
import { momentWords, whenWords } from "~/content/deadlines";
import type { Directory } from "~/domain/directory/directory";
import { isHeld } from "~/domain/fulfilment/transitions";
import { namesOf } from "~/domain/routing/explain/names";
import type { Candidate, PointLine, RoutingDecision } from "~/domain/routing/types";
import { sentence } from "~/domain/shared/in-words";
import type { Instant } from "~/domain/shared/time";
import { judgeDraft, judgeParts } from "~/usecases/judge-draft";
import type { StoredDecision } from "~db/queries/decisions";
import type { Draft } from "~db/queries/drafts";
import type { TrackedPart } from "~db/queries/tracking";

/** How many are shown one by one: of one part's decision, and of each of several. */
const SHOWN = { alone: 4, beside: 1 } as const;
const FAILED_SHOWN = { alone: 3, beside: 1 } as const;

/** What would be decided if the person sent what they have answered so far. */
export async function decisionsOfDraft(
  { onedoor }: AppLoadContext,
  worldId: string,
  draft: Draft,
): Promise<readonly DecisionShown[]> {
  const parts = await judgeParts(onedoor, worldId, draft);
  if (parts.length > 0)
    return parts.map(({ service, decision }) =>
      shown(decision, { key: `${draft.id}-${service.id}`, part: service.name, heading: DECIDING.would }),
    );
  const decision = await judgeDraft(onedoor, worldId, draft);
  const key = `${draft.id}-${decision.directoryVersion}`;
  return [shown(decision, { key, part: "", heading: DECIDING.would })];
}

/** What was decided for a request: of several parts, the last decision of each; of one, its last. */
export function decisionsOfRequest(
  directory: Directory,
  parts: readonly TrackedPart[],
  stored: readonly StoredDecision[],
): readonly DecisionShown[] {
  return parts.flatMap(({ part }) => {
    const own = stored.filter(({ partId }) => partId === part.id);
    const last = own.at(-1);
    if (last === undefined) return [];
    return shown(last.decision, {
      key: last.id,
      part: parts.length === 1 ? "" : (directory.service(part.serviceId)?.name ?? part.serviceId),
      heading: own.length > 1 ? DECIDING.again : DECIDING.first,
    });
  });
}

function shown(
  decision: RoutingDecision,
  { key, part, heading }: Pick<DecisionShown, "key" | "part" | "heading">,
): DecisionShown {
  const size = part === "" ? "alone" : "beside";
  const names = namesOf(decision.candidates);
  const eligible = decision.candidates.filter((candidate) => candidate.eligible);
  const failed = decision.candidates.filter((candidate) => !candidate.eligible);
  // Whom a person chose is shown, however far down the list.
  const offers = eligible.filter(({ offerId }, index) => index < SHOWN[size] || offerId === decision.chosen);
  const told = failed.slice(0, FAILED_SHOWN[size]);
  const notShown = Object.values(decision.notShown.failed).reduce((sum, count) => sum + count, 0);
  return {
    key,
    part,
    heading,
    judged: decision.candidates.length + decision.notShown.eligible + notShown,
    byPerson: decision.chosenBy === "person",
    offers: offers.map((candidate) => ({
      offerId: candidate.offerId,
      name: names(candidate),
      chosen: candidate.offerId === decision.chosen,
      points: candidate.points,
      lines: candidate.lines.map(inShort),
    })),
    more: eligible.length - offers.length + decision.notShown.eligible,
    failed: told.map((candidate) => ({
      offerId: candidate.offerId,
      name: names(candidate),
      why: whyNot(candidate),
    })),
    failedMore: failed.length - told.length + notShown,
  };
}

/**
 * To be read from afar, a line is short: where a figure comes from stands on the real pages in the panes, and of what is
 * not known, or is about others, the name says enough.
 */
const inShort = ({ reason, points, text }: PointLine): PointLine => {
  const short = reason === "share" || (reason === "kept" && !/^Kept/.test(text)) ? "" : text;
  return { reason, points, text: short.replace(/ \([^)]*\)$/, "") };
};

const whyNot = ({ verdicts }: Candidate): string => sentence(verdicts.find(({ pass }) => !pass)?.text ?? "");

/** Who has a part, by when, what the person was promised, and who had it before. */
export function standingOf(
  directory: Directory,
  { part, fulfilments }: TrackedPart,
  now: Instant,
): StandingShown {
  const name = (id: string) => directory.organisation(id)?.name ?? id;
  const held = fulfilments.find(({ status }) => isHeld(status));
  const open = part.status === "open";
  return {
    over: !open,
    owner: open ? ownerWords(part.owner, name) : DECIDING.over,
    due:
      open && part.dueAt !== null && held?.appointment == null
        ? DECIDING.due(whenWords(part.dueAt, now))
        : "",
    promise: open && held?.appointment == null ? momentWords(part.promise.by, now) : "",
    before: fulfilments
      .filter(({ ended }) => ended !== null)
      .map(({ organisationId, status, ended }) => {
        if (ended?.reason === "silent") return DECIDING.silent(name(organisationId));
        return status === "rejected"
          ? DECIDING.refused(name(organisationId))
          : DECIDING.other(name(organisationId));
      }),
  };
}

function ownerWords(owner: TrackedPart["part"]["owner"], name: (id: string) => string): string {
  switch (owner.kind) {
    case "partner":
      return name(owner.organisationId);
    case "patient":
      return DECIDING.withPatient;
    case "desk":
      return DECIDING.withDesk;
    case "manager":
      return DECIDING.withManager;
    default:
      return owner satisfies never;
  }
}
