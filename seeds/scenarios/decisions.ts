import { constitutionOf } from "~/domain/governance/constitution";
import type { Matter } from "~/domain/governance/matter";
import type { Choice } from "~/domain/governance/tally";
import { castVote } from "~/usecases/cast-vote";
import type { Onedoor } from "~/usecases/context";
import { discussProposal } from "~/usecases/discuss-proposal";
import type { BoardActor } from "~/usecases/on-the-board";
import { passProposals } from "~/usecases/pass-proposals";
import { proposeMatter } from "~/usecases/propose-matter";
import { readProposal } from "~db/queries/proposals";
import { workersOf } from "../people/workers";
import { daysBefore } from "./ask";

/** The proposals of the demonstration: one that was decided a little while ago, and one that is open. */
export const DECIDED = "more-take-part";
export const OPEN = "spyglass-in-one-box";

interface Scene {
  readonly id: string;
  readonly daysAgo: number;
  /** Who proposes, by their seat; null is the chair. */
  readonly by: string | null;
  readonly why: string;
  readonly remarks: readonly (readonly [string | null, string])[];
  readonly votes: readonly (readonly [string, Choice, string])[];
}

const MORE_TAKE_PART: Scene = {
  id: DECIDED,
  daysAgo: 5,
  by: null,
  why: "Two votes in five are too few to decide for us all. Let it be half.",
  remarks: [["kettle-club", "We are three volunteers. Please vote in the evening, not at noon."]],
  votes: [
    ["lighthouse", "for", "One of us can come each time."],
    ["harbour-street", "for", "It is fair."],
    ["ropewalk", "for", "Yes, if a vote is open for three days."],
    ["westbrook", "for", "Yes."],
    ["sandholme", "against", "The far end of the coast road cannot always be there."],
    ["harbour-trust", "for", "Half is what our own board has."],
    ["larkshore", "for", "Yes."],
    ["general", "abstain", "We are new to this."],
    ["quayside", "for", "Yes."],
    ["northgate", "for", "Yes."],
    ["council", "for", "Our own rule is half, too."],
    ["tidewell", "for", "Yes."],
    ["anchor", "for", "Yes, and we tell our three groups each time."],
  ],
};

const SPYGLASS: Scene = {
  id: OPEN,
  daysAgo: 0,
  by: "harbour-street",
  why: "People ask us who Spyglass are. With both names on the box they would know who sent them, and who cares for them.",
  remarks: [
    ["spyglass", "We would rather keep our own name on the door. Both on the letter is fine."],
    [null, "Esther and I asked six people at the old customs house. Four were not sure where they were."],
  ],
  votes: [
    ["lighthouse", "for", "It saves us ten calls a week."],
    ["harbour-street", "for", "We proposed it."],
    ["westbrook", "for", "Parents ask us, too."],
    ["general", "against", "A name is hard won. Let each keep its own."],
  ],
};

/** What the members of a demonstration decide, by the use cases that they use. Nothing happens when they did already. */
export async function decideTogether(today: Onedoor, brandId: string): Promise<void> {
  if ((await readProposal(today.db.kysely, brandId, OPEN)) !== undefined) return;
  const { brand } = await today.directories.current(brandId);
  const rules = { ...constitutionOf(brand), quorum: 500 };
  await play(today, brandId, MORE_TAKE_PART, { kind: "constitution", rules });
  await passProposals(today, brandId);
  const boxRule: Matter = { kind: "box-rule", organisationId: "spyglass", styles: ["both"] };
  await play(today, brandId, SPYGLASS, boxRule);
}

async function play(today: Onedoor, brandId: string, scene: Scene, matter: Matter): Promise<void> {
  const onedoor = { ...daysBefore(today, scene.daysAgo), newId: () => scene.id };
  const done = (result: { readonly kind: string }) => {
    if (result.kind !== "done") throw new Error(`${scene.id}: ${JSON.stringify(result)}`);
  };
  const proposing = { opensOn: null, closesOn: null, appliesOn: null, scenarioId: null };
  done(
    await proposeMatter(onedoor, brandId, speakerFor(brandId, scene.by), {
      matter,
      why: scene.why,
      ...proposing,
    }),
  );
  const about = { proposalId: scene.id };
  for (const [seat, text] of scene.remarks)
    done(await discussProposal(onedoor, brandId, speakerFor(brandId, seat), { ...about, text }));
  for (const [seat, choice, reason] of scene.votes)
    done(await castVote(onedoor, brandId, speakerFor(brandId, seat), { ...about, choice, reason, seen: 0 }));
}

/** Who speaks for an organisation on a demonstration's board; the chair for the brand itself. */
function speakerFor(brandId: string, organisationId: string | null): BoardActor {
  const worker = workersOf(brandId).find(({ works }) =>
    works.some(
      (work) => work.brand === brandId && work.organisation === organisationId && work.role === "board",
    ),
  );
  if (worker === undefined) throw new Error(`Nobody speaks for ${organisationId}`);
  const name = `${worker.given} ${worker.family}`;
  return { kind: "board", accountId: worker.id, name, organisationId };
}
