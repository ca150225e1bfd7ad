import { constitutionOf } from "~/domain/governance/constitution";
import type { Matter } from "~/domain/governance/matter";
import { isOpen, type Proposal } from "~/domain/governance/proposal";
import { toJson } from "~/domain/shared/json";
import { CLOSE_OF_DAY, daysFrom, localDate, localInstant, type PlainDate } from "~/domain/shared/time";
import { readBrand } from "~db/queries/directory";
import { insertProposal, readProposals } from "~db/queries/proposals";
import { holdScenario } from "~db/queries/scenarios";
import { carryOutMatter } from "./carry-out-matter";
import type { Onedoor } from "./context";
import { type BoardActor, type NoSeat, noteProposal, onTheBoard } from "./on-the-board";

export interface Proposing {
  readonly matter: Matter;
  readonly why: string;
  /** The day on which voting opens; null is the first that the rules allow. */
  readonly opensOn: PlainDate | null;
  /** The day at whose close of work it closes; null is the first that the rules allow. */
  readonly closesOn: PlainDate | null;
  /** The day on which it takes effect when it passes; null is at once. */
  readonly appliesOn: PlainDate | null;
  readonly scenarioId: string | null;
}

export type WrongDay = "opens" | "closes" | "applies";

export type ProposedMatter =
  | { readonly kind: "done"; readonly proposalId: string }
  | NoSeat
  /** What it would change cannot be changed so. */
  | { readonly kind: "refused"; readonly reasons: readonly string[] }
  /** A day that the rules do not allow, and the first that they do. */
  | { readonly kind: "wrong-day"; readonly which: WrongDay; readonly first: PlainDate };

/**
 * Puts a matter to the members. It is tried on the directory first, and nothing of that is kept. A form that is
 * sent twice makes one proposal; a matter that somebody else has put to them is refused.
 */
export async function proposeMatter(
  onedoor: Onedoor,
  brandId: string,
  actor: BoardActor,
  { matter, why, scenarioId, ...days }: Proposing,
): Promise<ProposedMatter> {
  const id = onedoor.newId();
  const trial = await carryOutMatter(
    onedoor,
    brandId,
    matter,
    { kind: "decision", proposalId: id },
    { dryRun: true },
  );
  if (trial.kind === "refused") return trial;
  return onTheBoard<ProposedMatter>(onedoor, brandId, actor, async ({ tx, now, by }) => {
    const same = (await readProposals(tx, brandId)).find(
      (each) => isOpen(each.state) && toJson(each.matter) === toJson(matter),
    );
    if (same !== undefined)
      return same.why === why && toJson(same.by) === toJson(by)
        ? { kind: "done", proposalId: same.id }
        : {
            kind: "refused",
            reasons: ["The members have this before them already: say what you think of it there"],
          };
    if (scenarioId !== null && !(await holdScenario(tx, brandId, scenarioId)))
      return { kind: "refused", reasons: ["The what-if that was to go with it is not there any more"] };
    const constitution = constitutionOf((await readBrand(tx, brandId)).brand);
    const today = localDate(now);
    const firstDay = daysFrom(today, constitution.discussionDays);
    const opensOn = days.opensOn ?? firstDay;
    if (opensOn < firstDay) return { kind: "wrong-day", which: "opens", first: firstDay };
    const lastDay = daysFrom(opensOn, constitution.votingDays);
    const closesOn = days.closesOn ?? lastDay;
    if (closesOn < lastDay) return { kind: "wrong-day", which: "closes", first: lastDay };
    if (days.appliesOn !== null && days.appliesOn <= closesOn)
      return { kind: "wrong-day", which: "applies", first: daysFrom(closesOn, 1) };
    const opensAt = opensOn === today ? now : localInstant(opensOn, "00:00");
    const proposal: Proposal = {
      id,
      state: opensAt <= now ? "voting" : "discussion",
      version: 1,
      matter,
      why,
      by,
      proposedAt: now,
      opensAt,
      closesAt: localInstant(closesOn, CLOSE_OF_DAY),
      appliesOn: days.appliesOn,
      scenarioId,
      constitution,
      decided: null,
      outcome: null,
    };
    await insertProposal(tx, brandId, proposal);
    await noteProposal(tx, brandId, now, {
      who: actor,
      action: "proposed",
      id,
      detail: { matter, why, opensAt, closesAt: proposal.closesAt, appliesOn: days.appliesOn, scenarioId },
    });
    return { kind: "done", proposalId: id };
  });
}
