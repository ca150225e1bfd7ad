import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { ANSWERS_CHANGED, sentAlready } from "~/content/asking";
import type { Service } from "~/domain/directory/types";
import { isForSamePerson } from "~/domain/journeys/basket";
import type { StepInput } from "~/domain/journeys/draft-answers";
import { firstUnanswered } from "~/domain/journeys/journey";
import { submitBasket } from "~/usecases/submit-basket";
import { openDrafts, readDraft } from "~db/queries/drafts";
import type { Answered } from "./answer-step";
import { type Asking, askerOf } from "./asking";

/** Something else that is ready to be sent along: its draft, and the version of its answers that the page shows. */
export interface ReadyToo {
  readonly value: string;
  readonly name: string;
}

/** What else this browser's person has answered to the end, for the same person: it can be sent as one request. */
export async function readyToo(
  context: AppLoadContext,
  { draft, facts }: Asking,
): Promise<readonly ReadyToo[]> {
  const { onedoor, brand, directory } = context;
  const asker = askerOf(context);
  if (asker === null || draft === undefined) return [];
  const open = await openDrafts(onedoor.db.kysely, brand.id, { ...asker, now: onedoor.clock() });
  return open.flatMap((other) => {
    const service = directory.service(other.serviceId);
    if (other.id === draft.id || service === undefined || !isForSamePerson(draft.answers, other.answers))
      return [];
    const left = firstUnanswered(service, other.answers, facts);
    if (service.status !== "open" || service.redFlags === null || (left !== null && left !== "check"))
      return [];
    return [{ value: `${other.id}~${other.version}`, name: service.name }];
  });
}

const Sent = z.object({
  draft: z.string(),
  version: z.coerce.number(),
  with: z.array(
    z
      .string()
      .regex(/^[^~]+~\d{1,9}$/)
      .transform((text): readonly [string, number] => {
        const [id = "", version] = text.split("~");
        return [id, Number(version)];
      }),
  ),
});

/** Sends several things that were answered to the end as one request. What stands in the way is put right first. */
export async function sendTogether(
  context: AppLoadContext,
  service: Service,
  form: FormData,
  input: StepInput,
): Promise<Answered> {
  const { onedoor, brand, directory, paths } = context;
  const read = Sent.safeParse({
    draft: form.get("draft"),
    version: form.get("version"),
    with: form.getAll("with"),
  });
  const asker = askerOf(context);
  if (!read.success || asker === null) return { goTo: paths.ask(service.id) };
  const { draft, version, with: others } = read.data;
  const sent = await submitBasket(onedoor, brand.id, {
    ...asker,
    draftIds: [draft, ...others.map(([id]) => id)],
    form: { versions: Object.fromEntries([[draft, version], ...others]), input },
  });
  if (sent.kind === "submitted") return { goTo: paths.request(sent.reference, { new: "1" }) };
  if (sent.kind === "empty") return { goTo: paths.ask(service.id) };
  const about = await readDraft(onedoor.db.kysely, brand.id, {
    ...asker,
    draftId: sent.draftId,
    now: onedoor.clock(),
  });
  const of = directory.service(about?.serviceId ?? service.id) ?? service;
  switch (sent.kind) {
    case "incomplete":
      return { goTo: paths.askStep(of.id, sent.step) };
    case "changed":
    case "another-person":
      return { errors: [ANSWERS_CHANGED], typed: input, status: 409 };
    case "sent-already":
      return { errors: [sentAlready(of.name, sent.reference)], typed: input, status: 409 };
    case "invalid":
      return { errors: sent.errors, typed: input, status: 400 };
    case "slot-taken":
      return { goTo: paths.askStep(of.id, "time", { notice: "slot-taken" }) };
    case "choice-gone":
      return { goTo: paths.askStep(of.id, "choose", { notice: "choice-gone" }) };
    case "red-flag":
      return { goTo: paths.askStopped(of.id, sent.leadsTo) };
    case "no-draft":
      return { goTo: paths.ask(of.id) };
    default:
      return sent satisfies never;
  }
}
