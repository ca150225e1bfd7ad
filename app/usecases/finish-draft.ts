import type { Service } from "~/domain/directory/types";
import { detailFrom, type PersonFound, type RequestDetail } from "~/domain/fulfilment/request-detail";
import type { DraftAnswers, JourneyFacts, StepId, StepInput } from "~/domain/journeys/draft-answers";
import {
  answeredQuestions,
  countedAnswers,
  dangerInAnswers,
  type FieldError,
  firstUnanswered,
  readStep,
  withAnswer,
  withoutAnswer,
} from "~/domain/journeys/journey";
import { type Known, knownOfWhoIsAskedFor } from "~/domain/journeys/known";
import { needFrom } from "~/domain/journeys/need";
import type { StepContext } from "~/domain/journeys/step";
import type { Emergency } from "~/domain/journeys/types";
import type { Tx } from "~db/connect";
import { type Draft, updateAnswers } from "~db/queries/drafts";
import { findOnlyPerson } from "~db/queries/people";
import type { Onedoor } from "./context";
import { knownOf } from "./journey-context";
import type { BrandSetting } from "./setting";
import { keepRedFlag } from "./stop-at-red-flag";

/** The page of check answers as it is sent: the version of the answers that it showed, and what was typed on it. */
export interface CheckForm {
  readonly version: number;
  readonly input: StepInput;
}

/** A draft with every answer that its service asks for. */
export interface Finished {
  readonly draft: Draft;
  readonly service: Service;
  readonly answers: DraftAnswers;
  readonly detail: RequestDetail;
  readonly passOn: boolean;
  /** Whoever began it owns it, also when their session was lost before they sent it. */
  readonly accountId: string | null;
}

/** Why a draft cannot be sent as it is. */
export type NotFinished =
  | { readonly kind: "incomplete"; readonly step: StepId }
  | { readonly kind: "changed" }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[] }
  | { readonly kind: "no-draft" };

/** The emergency in answers that are kept already. The answer is taken back and asked again; that it stopped them is kept. */
export async function dangerInDraft(
  work: {
    readonly onedoor: Onedoor;
    readonly tx: Tx;
    readonly brandId: string;
    readonly brand: BrandSetting;
  },
  service: Service,
  draft: Draft,
): Promise<Emergency | null> {
  const danger = dangerInAnswers(service, draft.answers);
  if (!danger) return null;
  const { step, leadsTo, input } = danger;
  await keepRedFlag(work, { draft, service, step, leadsTo, input });
  const answers = withoutAnswer(draft.answers, step);
  await updateAnswers(work.tx, work.brandId, draft, answers, draft.expiresAt);
  return leadsTo;
}

/** A draft as it is sent, with what was typed on its last page; `form` is left out when every step was kept already. */
export async function finishDraft(
  tx: Tx,
  brandId: string,
  {
    draft,
    service,
    facts,
    accountId,
    form,
  }: {
    readonly draft: Draft;
    readonly service: Service;
    readonly facts: JourneyFacts;
    readonly accountId: string | null;
    readonly form: CheckForm | undefined;
  },
): Promise<(Finished & { readonly kind: "finished" }) | NotFinished> {
  const kept: StepContext = { service, answers: draft.answers, facts };
  const sent = form && readStep("check", kept, form.input);
  const context: StepContext =
    sent?.kind === "answered" ? { ...kept, answers: withAnswer(draft.answers, "check", sent.answer) } : kept;
  const missing = firstUnanswered(service, context.answers, facts);
  if (missing && missing !== "check") return { kind: "incomplete", step: missing };
  if (form && form.version !== draft.version) return { kind: "changed" };
  if (sent?.kind === "invalid") return sent;
  if (missing) return { kind: "incomplete", step: missing };

  const answers = countedAnswers(context);
  const owner = draft.accountId ?? accountId;
  const known = await knownOf(tx, brandId, owner);
  const need = needFrom(service, answers, known);
  const found = await personFound(tx, brandId, answers, known);
  const detail = detailFrom(answers, answeredQuestions(context), need, found);
  if (!detail || !answers.check) return { kind: "no-draft" };
  const { passOn } = answers.check;
  return { kind: "finished", draft, service, answers, detail, passOn, accountId: owner };
}

/**
 * The NHS number of whom it is for, proved or typed, and the one person of the brand who has it and the date of birth.
 * Without both, or with more than one such person, nobody is linked: it is never a guess.
 */
async function personFound(
  tx: Tx,
  brandId: string,
  answers: DraftAnswers,
  known: Known,
): Promise<PersonFound> {
  const { about } = answers;
  const proved = knownOfWhoIsAskedFor(answers, known).nhsNumber;
  const value = proved ?? about?.nhsNumber;
  if (!about || !value) return {};
  const person = await findOnlyPerson(tx, brandId, { nhsNumber: value, bornOn: about.bornOn });
  return {
    nhsNumber: { value, proved: proved !== null },
    ...(person ? { personId: person.id } : {}),
  };
}
