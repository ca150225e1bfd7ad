import type { AppLoadContext } from "@remix-run/node";
import type { Unfinished } from "~/components/request/unfinished-list";
import { whenWords } from "~/content/deadlines";
import { neutralNameOf } from "~/content/sensitive";
import { UNFINISHED_STATE } from "~/content/unfinished";
import { firstUnanswered } from "~/domain/journeys/journey";
import { journeyFacts } from "~/usecases/journey-context";
import { type Draft, openDrafts } from "~db/queries/drafts";
import { askerOf } from "./asking";

/** A draft that is not sent, with how its line says it. */
export type UnfinishedDraft = Pick<Draft, "answers"> & {
  readonly line: Unfinished;
  readonly serviceId: string;
  /** Every question is answered. */
  readonly ready: boolean;
};

/** What was begun in this browser, or by this account in any, and is not sent, the newest first. */
export async function unfinishedOf(context: AppLoadContext): Promise<readonly UnfinishedDraft[]> {
  const { onedoor, brand, directory, now: today, paths } = context;
  const asker = askerOf(context);
  if (asker === null) return [];
  // Drafts keep real time.
  const now = onedoor.clock();
  const facts = journeyFacts(directory, today);
  const drafts = await openDrafts(onedoor.db.kysely, brand.id, { ...asker, now });
  return drafts.flatMap(({ id, serviceId, answers, expiresAt }) => {
    const service = directory.service(serviceId);
    if (service?.status !== "open" || service.redFlags === null || Object.keys(answers).length === 0)
      return [];
    const left = firstUnanswered(service, answers, facts);
    const ready = left === null || left === "check";
    const line = {
      draftId: id,
      service: neutralNameOf(service),
      person: answers.about?.name ?? null,
      state: ready ? UNFINISHED_STATE.ready : UNFINISHED_STATE.begun,
      until: whenWords(expiresAt, now),
      href: ready ? paths.askStep(serviceId, "check") : paths.ask(serviceId),
    };
    return [{ answers, line, serviceId, ready }];
  });
}
