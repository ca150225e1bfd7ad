import { type AppLoadContext, redirect } from "@remix-run/node";
import { allowedActions } from "~/domain/fulfilment/guards";
import type { CommandType } from "~/domain/fulfilment/part-state";
import { isHeld } from "~/domain/fulfilment/transitions";
import { CommandKey } from "~/usecases/command";
import type { TrackedPart, Tracking } from "~db/queries/tracking";
import { requestToTrack } from "./requests-access";

/** One part of a person's own request, of which they may say something now. */
export interface OwnPart extends TrackedPart {
  readonly tracking: Tracking;
  readonly service: string;
}

/**
 * The part that an address names, or the first that the command can be given for; anybody who cannot give it now is
 * sent to where the request is.
 */
export async function ownPart(
  context: AppLoadContext,
  reference: string | undefined,
  url: string,
  command: CommandType,
): Promise<OwnPart> {
  const { brand, directory, paths, now } = context;
  const tracking = await requestToTrack(context, reference);
  const { request } = tracking;
  const named = new URL(url).searchParams.get("part");
  const found = tracking.parts.find(({ part, fulfilments }) => {
    const last = fulfilments.at(-1)?.id ?? null;
    const may = allowedActions({ request, part, fulfilments }, "patient", last, now);
    return (named === null || part.id === named) && may.includes(command);
  });
  if (found === undefined || brand.kind === "real") throw redirect(paths.request(request.reference), 303);
  return { ...found, tracking, service: directory.service(found.part.serviceId)?.name ?? "Your care" };
}

/** Who reads what is written of a part: the partner that has it, or else the front desk. */
export function whoReads({ directory, brand }: AppLoadContext, { fulfilments }: TrackedPart): string {
  const held = fulfilments.find(({ status }) => isHeld(status));
  return directory.organisation(held?.organisationId ?? "")?.name ?? brand.desk.name;
}

/** A version as a form sends it; one that was never shown is no version of anything. */
export const versionOf = (typed: string): number => (/^\d{1,9}$/.test(typed) ? Number(typed) : -1);

/** The key that a page was drawn with; what comes without one is done each time it is sent. */
export const pageKey = CommandKey.nullable().catch(null);

/** What a person reads when their page was older than what happened since. */
export const CHANGED =
  "Something has changed since you opened this page. Here it is as it is now: send it again";

/** Who speaks: the account's holder, or whoever it was asked for. */
export const speaker = ({ patient }: AppLoadContext, { detail }: Tracking) => ({
  kind: "patient" as const,
  name: patient?.name ?? detail.person.name,
});
