import { instant, milliseconds } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { answerQuestions, sendAnswers } from "~/usecases/worlds/ask";
import { happen, type Staff } from "~/usecases/worlds/happen";
import { requestsOf } from "~db/queries/requests";
import type { DemoPatient } from "../people/person";
import { personOf } from "../people/person";
import type { OpenRequest } from "./open-requests";

/**
 * Asks as the patient would, step by step, and answers as the partners would. Nothing happens when the patient has asked
 * for that service already. Throws when the front door refuses: the scenario, or the front door, is then wrong.
 */
export async function ask(
  today: Onedoor,
  brandId: string,
  {
    request,
    patient,
    accountId,
    staff,
  }: {
    readonly request: OpenRequest;
    readonly patient: DemoPatient;
    readonly accountId: string;
    readonly staff: Staff;
  },
): Promise<void> {
  const onedoor = daysBefore(today, request.daysAgo ?? 0);
  const asked = await requestsOf(onedoor.db.kysely, brandId, accountId);
  if (asked.items.some(({ serviceIds }) => serviceIds.includes(request.service))) return;
  const player = { ...personOf(patient), accountId };
  await answerQuestions(onedoor, brandId, player, request);
  const { reference } = await sendAnswers(onedoor, brandId, player, request);
  for (const happening of request.since ?? []) {
    const then = happening.did === "did-not-attend" ? today : onedoor;
    const done = await happen(then, brandId, { reference }, happening, staff);
    if (done.kind !== "done")
      throw new Error(`${patient.id} asking for ${request.service}: ${JSON.stringify(done)}`);
  }
}

/** The same front door with its clock set back. */
export const daysBefore = (onedoor: Onedoor, days: number): Onedoor => ({
  ...onedoor,
  clock: () => instant(milliseconds(onedoor.clock()) - days * 86_400_000),
});
