import { FEEDBACK_SCORES } from "~/domain/fulfilment/feedback";
import { readNote } from "~/domain/fulfilment/note";
import { insertFeedback } from "~db/queries/feedback";
import { readPartState } from "~db/queries/part-states";
import type { CommandResult } from "./apply-command";
import type { OwnPartNamed } from "./as-patient";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

/**
 * A person says how a part of their care was, once, when it is over. It is kept apart from the request: whoever gave the
 * care reads what was said, and who said it only where the person wants that.
 */
export async function giveFeedback(
  onedoor: Onedoor,
  brandId: string,
  input: OwnPartNamed & { readonly score: string; readonly why: string; readonly named: boolean },
): Promise<CommandResult> {
  const score = FEEDBACK_SCORES.find((each) => each === input.score);
  const why = readNote(input.why);
  if (score === undefined) return { kind: "refused", reasons: ["Choose how it was"] };
  if (!why.ok) return { kind: "refused", reasons: [why.message] };
  return onedoor.db.write<CommandResult>(async (tx) => {
    const state = await readPartState(tx, brandId, input.partId);
    if (state?.request.reference !== input.reference) return { kind: "not-found" };
    const { part, fulfilments } = state;
    if (part.status === "open")
      return { kind: "refused", reasons: ["You can say how it was when it is over"] };
    const about = {
      partId: part.id,
      serviceId: part.serviceId,
      organisationId: fulfilments.at(-1)?.organisationId ?? null,
    };
    const said = { score, why: why.text, named: input.named };
    const isFirst = await insertFeedback(tx, brandId, about, said, await brandNow(onedoor, brandId, tx));
    return isFirst
      ? { kind: "done" }
      : { kind: "refused", reasons: ["You have told us how it was already. Thank you"] };
  });
}
