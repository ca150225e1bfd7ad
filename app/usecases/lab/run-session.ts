import { instant, milliseconds } from "~/domain/shared/time";
import type { LabEvent } from "~/domain/usability/log";
import { LONGEST_AGO_MS } from "~/domain/usability/told";
import { wantPictures } from "~db/queries/lab-pictures";
import type { Onedoor } from "../context";
import { goOn, type InSession } from "./in-session";

type Tagged = Extract<LabEvent, { readonly kind: "tagged" }>;

/** The page that was open is written down a moment after it was sent. */
const SETTLED_MS = 2_000;

/**
 * A facilitator marks a moment, and asks for a picture of the page that is open in it. It may have been told late, without a
 * connection: `agoMs` says how long ago it was. Under one key it is recorded once.
 */
export const tagMoment = (
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  tagged: Omit<Tagged, "kind">,
  { key, agoMs }: { readonly key: string; readonly agoMs: number },
): Promise<InSession | undefined> =>
  goOn(
    onedoor,
    townId,
    participantId,
    // Nothing is recorded of who has not agreed.
    ({ session }) => (session.standing.at === "consent" ? [] : [{ kind: "tagged", ...tagged }]),
    (tx) => wantPictures(tx, townId, participantId, [key], { as: "mark", at: later(onedoor, SETTLED_MS) }),
    { key, at: instant(milliseconds(onedoor.clock()) - Math.min(LONGEST_AGO_MS, Math.max(0, agoMs))) },
  );

const later = ({ clock }: Onedoor, ms: number) => instant(milliseconds(clock()) + ms);

/** A facilitator goes on without the questions that are asked now, after a task or (null) at the end, as far as they are not answered. */
export const leaveQuestions = (
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  { task, by }: Omit<Extract<LabEvent, { readonly kind: "questions-left" }>, "kind">,
): Promise<InSession | undefined> =>
  goOn(onedoor, townId, participantId, ({ session: { standing } }) =>
    (standing.at === "after-task" && standing.task === task) || (standing.at === "end" && task === null)
      ? [{ kind: "questions-left", task, by }]
      : [],
  );

/** A facilitator judges whether a task that was begun was a success; they may think again. */
export const judgeTask = (
  onedoor: Onedoor,
  townId: string,
  participantId: string,
  { task, success, by }: Omit<Extract<LabEvent, { readonly kind: "judged" }>, "kind">,
): Promise<InSession | undefined> =>
  goOn(onedoor, townId, participantId, ({ session }) => {
    const run = session.tasks.find((each) => each.task === task);
    return run?.begunAt && run.judged !== success ? [{ kind: "judged", task, success, by }] : [];
  });
