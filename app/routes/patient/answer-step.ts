import type { AppLoadContext } from "@remix-run/node";
import { ANSWERS_CHANGED } from "~/content/asking";
import type { Service } from "~/domain/directory/types";
import { dangerIn } from "~/domain/journeys/danger";
import type { StepInput } from "~/domain/journeys/draft-answers";
import { canShow, type FieldError, firstUnanswered, nextStep, readStep } from "~/domain/journeys/journey";
import { journeyFacts } from "~/usecases/journey-context";
import { openDraft } from "~/usecases/open-draft";
import { saveAnswers } from "~/usecases/save-answers";
import { submitRequest } from "~/usecases/submit-request";
import { askerOf } from "./asking";
import { sendTogether } from "./send-together";

/** Where a posted page leads, or what is wrong with it and what was typed. */
export type Answered =
  | { readonly goTo: string }
  | { readonly errors: readonly FieldError[]; readonly typed: StepInput; readonly status: 400 | 409 };

/** Keeps the answer to one question and goes on: to the next one, or back to check answers when one was changed. */
export async function answerStep(
  context: AppLoadContext,
  service: Service,
  { step, changing, form }: { readonly step: string; readonly changing: boolean; readonly form: FormData },
): Promise<Answered> {
  const { onedoor, brand, directory, paths, patient, now } = context;
  const asker = { visitor: context.ensureVisitor().hash, accountId: patient?.accountId ?? null };
  const draft = await openDraft(onedoor, brand.id, { ...asker, serviceId: service.id });
  if (draft === null) return { goTo: paths.service(service.id) };
  const facts = journeyFacts(directory, now);
  const input = inputOf(form);
  const before = { service, answers: draft.answers, facts };
  // Help comes first, even from a page of an old window that nobody could be shown now.
  const read = canShow(step, before) ? null : readStep(step, before, input);
  if (read !== null && read.kind !== "danger") {
    // A question that is not asked any more may have been answered in words.
    const danger = read.kind === "no-such-step" ? dangerIn(Object.values(input).flat().join(" ")) : null;
    return { goTo: danger ? paths.askStopped(service.id, danger.leadsTo) : paths.ask(service.id) };
  }
  const saved = await saveAnswers(onedoor, brand.id, { ...asker, draftId: draft.id, step, input });
  switch (saved.kind) {
    case "saved": {
      const { answers } = saved.draft;
      const first = firstUnanswered(service, answers, facts);
      if (first === "red-flags" && (step === "who" || step === "about")) {
        const change = changing ? "1" : undefined;
        return { goTo: paths.askStep(service.id, first, { change, notice: "person-changed" }) };
      }
      const next = changing ? (first ?? "check") : nextStep(service, answers, step);
      return { goTo: paths.askStep(service.id, next ?? "check") };
    }
    case "invalid":
      return { errors: saved.errors, typed: saved.typed, status: 400 };
    case "danger":
      return { goTo: paths.askStopped(service.id, saved.leadsTo) };
    case "no-draft":
      return { goTo: paths.ask(service.id) };
    default:
      return saved satisfies never;
  }
}

/**
 * Sends the request. The form names its draft, so that sending it twice leads to the same request, and the version of
 * the answers that it showed, so that nobody sends what they did not see.
 */
export async function sendRequest(
  context: AppLoadContext,
  service: Service,
  form: FormData,
): Promise<Answered> {
  const { onedoor, brand, paths } = context;
  const draftId = form.get("draft");
  const asker = askerOf(context);
  if (asker === null || typeof draftId !== "string") return { goTo: paths.ask(service.id) };
  const input = inputOf(form);
  if (form.has("with")) return sendTogether(context, service, form, input);
  const sent = await submitRequest(onedoor, brand.id, {
    ...asker,
    draftId,
    form: { version: Number(form.get("version") ?? Number.NaN), input },
  });
  switch (sent.kind) {
    case "submitted":
      return { goTo: paths.request(sent.reference, { new: "1" }) };
    case "incomplete":
      return { goTo: paths.askStep(service.id, sent.step) };
    case "changed":
      return { errors: [ANSWERS_CHANGED], typed: input, status: 409 };
    case "invalid":
      return { errors: sent.errors, typed: input, status: 400 };
    case "slot-taken":
      return { goTo: paths.askStep(service.id, "time", { notice: "slot-taken" }) };
    case "choice-gone":
      return { goTo: paths.askStep(service.id, "choose", { notice: "choice-gone" }) };
    case "red-flag":
      return { goTo: paths.askStopped(service.id, sent.leadsTo) };
    case "no-draft":
      return { goTo: paths.ask(service.id) };
    default:
      return sent satisfies never;
  }
}

/** The fields of a form as text; a field with several values has them all. A file is not an answer. */
export function inputOf(form: FormData): StepInput {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name).filter((value): value is string => typeof value === "string");
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
