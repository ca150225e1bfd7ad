import type { AppLoadContext } from "@remix-run/node";
import type { Service } from "~/domain/directory/types";
import type { StepInput } from "~/domain/journeys/draft-answers";
import { canShow, type FieldError, firstUnanswered, nextStep, readStep } from "~/domain/journeys/journey";
import { openDraft } from "~/usecases/open-draft";
import { saveAnswers } from "~/usecases/save-answers";
import { submitRequest } from "~/usecases/submit-request";
import { readAsking } from "./asking";

/** Where a posted page leads, or what is wrong with it and what was typed. */
export type Answered =
  | { readonly goTo: string }
  | { readonly errors: readonly FieldError[]; readonly typed: StepInput };

/** Keeps the answer to one question and goes on: to the next one, or back to check answers when one was changed. */
export async function answerStep(
  context: AppLoadContext,
  service: Service,
  { step, changing, form }: { readonly step: string; readonly changing: boolean; readonly form: FormData },
): Promise<Answered> {
  const { onedoor, brand, paths, patient } = context;
  const visitor = context.ensureVisitor().hash;
  const asked = { visitor, accountId: patient?.accountId ?? null, serviceId: service.id };
  const draft = await openDraft(onedoor, brand.id, asked);
  if (draft === null) return { goTo: paths.service(service.id) };
  const { facts } = await readAsking(context, service);
  const input = inputOf(form);
  const before = { service, answers: draft.answers, facts };
  // Help comes first, even from a page of an old window that nobody could be shown now.
  if (!canShow(step, before) && readStep(step, before, input).kind !== "danger") {
    return { goTo: paths.ask(service.id) };
  }
  const saved = await saveAnswers(onedoor, brand.id, { visitor, draftId: draft.id, step, input });
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
      return { errors: saved.errors, typed: saved.typed };
    case "danger":
      return { goTo: paths.askStopped(service.id, saved.leadsTo) };
    case "no-draft":
      return { goTo: paths.ask(service.id) };
    default:
      return saved satisfies never;
  }
}

/** Sends the request. The form names its draft, so that sending it twice leads to the same request. */
export async function sendRequest(
  context: AppLoadContext,
  service: Service,
  form: FormData,
): Promise<Answered> {
  const { onedoor, brand, paths, patient, visitor } = context;
  const draftId = form.get("draft");
  if (visitor === null || typeof draftId !== "string") return { goTo: paths.ask(service.id) };
  const input = inputOf(form);
  const saved = await saveAnswers(onedoor, brand.id, {
    visitor: visitor.hash,
    draftId,
    step: "check",
    input,
  });
  if (saved.kind === "invalid") return { errors: saved.errors, typed: saved.typed };
  const sent = await submitRequest(onedoor, brand.id, {
    visitor: visitor.hash,
    draftId,
    accountId: patient?.accountId ?? null,
  });
  switch (sent.kind) {
    case "submitted":
      return { goTo: paths.request(sent.reference, { new: "1" }) };
    case "incomplete":
      return { goTo: paths.askStep(service.id, sent.step) };
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
function inputOf(form: FormData): StepInput {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name).filter((value): value is string => typeof value === "string");
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
