import type { Instant } from "~/domain/shared/time";
import { variantAt } from "~/domain/usability/assign";
import { Study } from "~/domain/usability/study";
import type { Onedoor } from "~/usecases/context";
import { hashOfCode } from "~/usecases/invite-colleague";
import { worldFor } from "~/usecases/lab/worlds";
import { insertParticipant } from "~db/queries/participants";
import { insertStudy, insertStudyVersion } from "~db/queries/studies";
import { LARKMOUTH } from "./larkmouth-town";

/** A study of Larkmouth that is as small as one can be: somebody who has asked for nothing, and somebody who waits. */
export const smallStudy = (change: Partial<Study> = {}): Study =>
  Study.parse({
    name: "Whose care is it?",
    aims: "Whether people know who will see them.",
    information: "We want to know if our pages make sense.\n\nIt takes a quarter of an hour.",
    permissions: ["take-part", "follow-pages", "keep-pictures"],
    tasks: [
      {
        id: "find",
        words: "You have had a bad back for weeks. Find out where you can be seen.",
        person: "grace-okonkwo",
        signedIn: true,
        startsAt: "/",
        acts: [],
        success: { by: "address", pattern: "/services/:service", values: { service: "physiotherapy" } },
        optimalPath: ["/", "/services", "/services/:service"],
        limitSeconds: 300,
        questions: ["why"],
        script: "",
      },
      {
        id: "read",
        words: "Find out who will see you about your blood pressure.",
        person: "winston-baptiste",
        signedIn: true,
        startsAt: "/requests",
        acts: [
          {
            act: "asked",
            service: "blood-pressure",
            answers: { known: "yes", tablets: "no" },
            offer: null,
          },
          { act: "hours-passed", hours: 1 },
        ],
        success: { by: "judgement", of: "They name the one who will see them." },
        optimalPath: ["/requests", "/requests/:reference"],
        limitSeconds: null,
        questions: ["who"],
        script: "",
      },
    ],
    variants: [
      { id: "as-it-is", name: "As it is", changes: [] },
      {
        id: "one-name",
        name: "All in the front door's name",
        changes: [{ change: "box-style", services: [], style: "brand" }],
      },
    ],
    questions: [
      { kind: "text", id: "why", words: "What did you think?" },
      { kind: "comprehension", id: "who", words: "Who will see you?", truth: "who-treats" },
      {
        kind: "scale",
        id: "trust",
        words: "How far do you trust it?",
        steps: 5,
        low: "Not at all",
        high: "Fully",
      },
    ],
    seq: true,
    sus: true,
    atEnd: ["trust"],
    keepTyping: false,
    moderated: false,
    keepDays: 30,
    seed: 7,
    opening: "",
    closing: "",
    safety: "",
    ...change,
  });

/** A study that cannot begin: what somebody asked for is to be accepted twice. */
export function studyThatFails(): Study {
  const [find, read] = smallStudy().tasks;
  if (find === undefined || read === undefined) throw new Error("The small study has two tasks");
  const twice = { act: "accepted", inWorkingDays: 4, time: "10:30" } as const;
  return smallStudy({ tasks: [find, { ...read, acts: [...read.acts, twice, twice] }] });
}

/** Opens a study in Larkmouth. */
export async function openedStudy(
  onedoor: Onedoor,
  { id = "whose-care", study = smallStudy() }: { readonly id?: string; readonly study?: Study } = {},
): Promise<{ readonly id: string; readonly study: Study }> {
  const now = onedoor.clock();
  const times = { madeBy: "ingrid-solberg", madeAt: now, changedAt: now };
  await onedoor.db.write(async (tx) => {
    await insertStudy(tx, LARKMOUTH, { id, state: "open", version: 1, edition: 1, draft: study, ...times });
    await insertStudyVersion(tx, LARKMOUTH, { studyId: id, version: 1, study, now });
  });
  return { id, study };
}

/** Asks somebody to take part. */
export async function asked(
  onedoor: Onedoor,
  {
    id: studyId,
    study,
    version = 1,
  }: { readonly id: string; readonly study: Study; readonly version?: number },
  place: number,
  deleteAfter: Instant | null = null,
): Promise<{ readonly id: string; readonly link: string }> {
  const id = `P${place + 1}-${studyId}`;
  const link = onedoor.newId();
  const variants = study.variants.map((variant) => variant.id);
  const participant = {
    id,
    studyId,
    version,
    place,
    variant: variantAt(variants, study.seed, place),
    state: "asked" as const,
    madeAt: onedoor.clock(),
    deleteAfter,
  };
  await onedoor.db.write((tx) => insertParticipant(tx, LARKMOUTH, participant, hashOfCode(link)));
  return { id, link };
}

/** The world of a participant of whom everything is still there. */
export async function worldOf(...of: Parameters<typeof worldFor>): Promise<string> {
  const found = await worldFor(...of);
  if (found.kind !== "open") throw new Error(`Their world is ${found.kind}`);
  return found.worldId;
}
