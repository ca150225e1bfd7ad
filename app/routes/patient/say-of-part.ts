import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { FieldError } from "~/components/form/error-summary";
import { noteErrors } from "~/domain/fulfilment/note";
import type { PartState } from "~/domain/fulfilment/part-state";
import { line, lines } from "~/domain/journeys/input";
import type { CommandResult } from "~/usecases/apply-command";
import type { OnOwnPart } from "~/usecases/as-patient";
import type { PatientActor } from "~/usecases/choose-again";
import { CHANGED, speaker, versionOf } from "./own-part";
import { requestToTrack } from "./requests-access";

const Fields = z.object({ part: line, version: line.transform(versionOf), text: lines });

/** What a person wrote of one part of their request, sent to whatever is to be done with it. */
export async function sayOfPart(
  { context, params, request }: ActionFunctionArgs,
  missing: string,
  say: (own: OnOwnPart, text: string, actor: PatientActor, part: PartState["part"]) => Promise<CommandResult>,
) {
  const tracking = await requestToTrack(context, params.reference);
  const { reference } = tracking.request;
  const { part: partId, version, text } = Fields.parse(Object.fromEntries(await request.formData()));
  const again = (errors: FieldError[], status: 400 | 409) => data({ text, errors }, { status });
  const wrong = (message: string): FieldError => ({ field: "text", message });
  const errors = text === "" ? [wrong(missing)] : noteErrors("text", text);
  if (errors.length > 0) return again(errors, 400);
  const found = tracking.parts.find(({ part }) => part.id === partId);
  if (found === undefined || context.brand.kind === "real")
    return redirect(context.paths.request(reference), 303);
  const said = await say({ reference, partId, version }, text, speaker(context, tracking), found.part);
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
