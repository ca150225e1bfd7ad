import { type ActionFunctionArgs, type AppLoadContext, data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { FieldError } from "~/components/form/error-summary";
import { noteErrors } from "~/domain/fulfilment/note";
import type { PartState } from "~/domain/fulfilment/part-state";
import { dangerIn } from "~/domain/journeys/danger";
import { line, lines } from "~/domain/journeys/input";
import type { CommandResult } from "~/usecases/apply-command";
import type { OnOwnPart, OwnPartNamed } from "~/usecases/as-patient";
import type { PatientActor } from "~/usecases/choose-again";
import { tellRedFlag } from "~/usecases/tell-red-flag";
import { CHANGED, pageKey, speaker, versionOf } from "./own-part";
import { requestToTrack } from "./requests-access";

const Fields = z.object({
  part: line,
  version: line.transform(versionOf),
  key: pageKey,
  text: lines,
  /** Which of a form's choices was made, where it has some. */
  what: line,
});

/** What a form of one part says beside its text. */
interface Choosing {
  readonly values: readonly string[];
  readonly missing: string;
}

/**
 * What a person wrote of one part of their request, sent to whatever is to be done with it. Words of danger lead to help
 * first: that they were met is written down, what was written is sent all the same, and nobody is asked to write again.
 */
export async function sayOfPart(
  { context, params, request }: ActionFunctionArgs,
  missing: string,
  say: (
    own: OnOwnPart,
    text: string,
    actor: PatientActor,
    about: { readonly part: PartState["part"]; readonly what: string },
  ) => Promise<CommandResult>,
  choosing?: Choosing,
) {
  const tracking = await requestToTrack(context, params.reference);
  const { reference } = tracking.request;
  const typed = Fields.parse(Object.fromEntries(await request.formData()));
  const { part: partId, version, key, text, what } = typed;
  const again = (errors: FieldError[], status: 400 | 409) => data({ text, what, errors }, { status });
  const wrong = (message: string): FieldError => ({ field: "text", message });
  const found = tracking.parts.find(({ part }) => part.id === partId);
  if (found === undefined || context.brand.kind === "real")
    return redirect(context.paths.request(reference), 303);
  const actor = speaker(context, tracking);
  const help = await helpFirst(context, { reference, partId, key }, text, actor);
  const errors = [
    ...(choosing && !choosing.values.includes(what) ? [{ field: "what", message: choosing.missing }] : []),
    ...(text === "" ? [wrong(missing)] : noteErrors("text", text)),
  ];
  if (errors.length > 0) return help ?? again(errors, 400);
  const said = await say({ reference, partId, version, key }, text, actor, { part: found.part, what });
  if (help) return help;
  switch (said.kind) {
    case "done":
    case "not-found":
      return redirect(context.paths.request(reference), 303);
    case "changed":
      return again([wrong(CHANGED)], 409);
    case "refused":
      return again(said.reasons.map(wrong), 409);
    default:
      throw new Error(`No such outcome: ${said satisfies never}`);
  }
}

/** Where words of danger lead, once it is written down that they were met; null for any other words. */
export async function helpFirst(
  { onedoor, brand, paths }: AppLoadContext,
  { reference, partId, key = null }: OwnPartNamed,
  text: string,
  actor: PatientActor,
) {
  const danger = dangerIn(text);
  if (danger === null) return null;
  const { leadsTo, matched } = danger;
  await tellRedFlag(onedoor, brand.id, actor, {
    reference,
    partId,
    key: key && `${key}.danger`,
    leadsTo,
    signs: [matched],
    how: "written",
  });
  return redirect(paths.requestHelp(reference, leadsTo, { part: partId }), 303);
}
