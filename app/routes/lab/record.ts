import type { ActionFunctionArgs } from "@remix-run/node";
import { Told } from "~/domain/usability/told";
import { recordTold } from "~/usecases/lab/record-told";
import { whereLabsAre } from "./lab-access";

/** It is told by a module of the page, and asked for by nobody. */
export function loader(): never {
  throw new Response(null, { status: 405, headers: { Allow: "POST" } });
}

/**
 * Takes what a participant's browser tells of itself. 204: it is recorded, or need not be. 403 or 410: this browser is
 * nobody's, or somebody else's than the page that tells, or there is nothing to record any more; it keeps nothing. 400: it
 * cannot be read.
 */
export async function action({ context, request }: ActionFunctionArgs) {
  whereLabsAre(context);
  const { onedoor, participant } = context;
  if (participant === null) return new Response(null, { status: 403 });
  if (!(await context.mayTry("lab-record", participant.id))) return new Response(null, { status: 429 });
  const form = await request.formData();
  if (form.get("who") !== participant.id) return new Response(null, { status: 403 });
  const told = Told.safeParse(asJson(form.get("told")));
  if (!told.success) return new Response(null, { status: 400 });
  const going = await recordTold(onedoor, participant.townId, participant.id, told.data);
  return new Response(null, { status: going ? 204 : 410 });
}

function asJson(sent: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(sent));
  } catch {
    return undefined;
  }
}
