import { createHash } from "node:crypto";
import type { StepInput } from "~/domain/journeys/draft-answers";
import type { Asked } from "~/domain/stage/acts";
import { findOpenDraft } from "~db/queries/drafts";
import type { Person } from "~db/queries/people";
import type { Onedoor } from "../context";
import { openDraft } from "../open-draft";
import { type SaveResult, saveAnswers } from "../save-answers";
import { type SubmitResult, submitRequest } from "../submit-request";

/** A fictional person of a demonstration, with the account that they sign in with. */
export type Player = Person & { readonly accountId: string };

type Steps = readonly (readonly [string, StepInput])[];

/** The front door refused what a story has a person type: the story, or the front door, is wrong. */
const wrong = ({ id }: Player, { service }: Asked, what: unknown): Error =>
  new Error(`${id} asking for ${service}: ${JSON.stringify(what)}`);

/** The cookie of a browser that nobody has: what a player began is found by their account. */
const visitorOf = (brandId: string, { id }: Player): string =>
  createHash("sha256").update(`${brandId}/${id}`).digest("hex");

/** What is asked of the person and their need, by the form's own fields. */
function questions(player: Player, { answers, modes, access, language }: Asked): Steps {
  const [year, month, day] = player.bornOn.split("-");
  return [
    ["red-flags", { flags: "none" }],
    ["who", { who: "myself" }],
    [
      "about",
      {
        name: player.name,
        "born-day": day,
        "born-month": month,
        "born-year": year,
        sex: player.sex ?? "not-said",
      },
    ],
    ...Object.entries(answers).map(([id, answer]) => [`q-${id}`, { answer }] as const),
    ["place", { postcode: player.postcode ?? "", practice: player.registeredWith ?? "" }],
    [
      "preferences",
      { modes: modes ?? [], access: access ?? [], language: language ?? "", first: "recommended" },
    ],
  ];
}

/** Whom they ask, and all that comes after. */
const choosing = ({ phone }: Player, { passOn }: Asked, offer: string | undefined): Steps => [
  ["choose", { choice: offer ?? "best" }],
  ["time", { slot: "soonest" }],
  ["contact", { phone: phone ?? "" }],
  ["check", { consent: passOn === false ? "no" : "yes" }],
];

/**
 * Answers the questions of a service as the person would, step by step, as far as choosing whom to ask. Throws when the
 * front door refuses.
 */
export async function answerQuestions(
  onedoor: Onedoor,
  brandId: string,
  player: Player,
  asked: Asked,
): Promise<void> {
  const draft = await openDraft(onedoor, brandId, {
    visitor: visitorOf(brandId, player),
    accountId: player.accountId,
    serviceId: asked.service,
  });
  if (draft === null) throw wrong(player, asked, "cannot be asked for");
  const service = (await onedoor.directories.current(brandId)).service(asked.service);
  const left = (service?.questions ?? [])
    .filter(({ id }) => !(id in asked.answers))
    .map(({ id }) => [`q-${id}`, { answer: "" }] as const);
  await fillIn(onedoor, brandId, player, asked, draft.id, left, () => true);
  await fillIn(onedoor, brandId, player, asked, draft.id, questions(player, asked));
}

/** Chooses (an offer, or who fits best), fills in the rest and sends it. Throws when the front door refuses. */
export async function sendAnswers(
  onedoor: Onedoor,
  brandId: string,
  player: Player,
  asked: Asked,
  offer?: string,
): Promise<Extract<SubmitResult, { kind: "submitted" }>> {
  const visitor = visitorOf(brandId, player);
  const { accountId } = player;
  const draft = await findOpenDraft(onedoor.db.kysely, brandId, {
    visitor,
    accountId,
    serviceId: asked.service,
    now: onedoor.clock(),
  });
  if (draft === undefined) throw wrong(player, asked, "nothing was begun");
  // An offer without a diary has no time to choose.
  await fillIn(
    onedoor,
    brandId,
    player,
    asked,
    draft.id,
    choosing(player, asked, offer),
    (step) => step === "time",
  );
  const result = await submitRequest(onedoor, brandId, { visitor, draftId: draft.id, accountId });
  if (result.kind !== "submitted") throw wrong(player, asked, result);
  return result;
}

/** Saves step by step. A step that `mayBeLeft` may be one that is not asked of this person. */
async function fillIn(
  onedoor: Onedoor,
  brandId: string,
  player: Player,
  asked: Asked,
  draftId: string,
  steps: Steps,
  mayBeLeft: (step: string) => boolean = () => false,
): Promise<void> {
  const visitor = visitorOf(brandId, player);
  const { accountId } = player;
  for (const [step, input] of steps) {
    const saved: SaveResult = await saveAnswers(onedoor, brandId, {
      visitor,
      accountId,
      draftId,
      step,
      input,
    });
    const left = saved.kind === "no-draft" || mayBeLeft(step);
    if (saved.kind !== "saved" && !left) throw wrong(player, asked, { step, saved });
  }
}
