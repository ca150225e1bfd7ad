import type { AppLoadContext } from "@remix-run/node";
import type { HeadOfStudy } from "~/components/lab/lab-head";
import type { StudyPage } from "~/content/lab/studies";
import { type LabRight, mayInLab } from "~/domain/access/lab";
import type { LabViewer } from "~/server/app-context";
import { readStudy, type StudyRecord } from "~db/queries/studies";
import { notFound } from "../partner/partner-access";

const NEEDED: Readonly<Record<StudyPage, LabRight>> = {
  study: "watch-sessions",
  participants: "run-sessions",
  results: "see-results",
  problems: "see-results",
};

/** The study that an address names; not found when the brand has none of the id. */
export async function studyAt(
  { onedoor, brand }: AppLoadContext,
  id: string | undefined,
): Promise<StudyRecord> {
  const study = await readStudy(onedoor.db.kysely, brand.id, id ?? "");
  if (study === undefined) throw notFound();
  return study;
}

/** What the heading of a study's pages says to somebody of the lab. */
export const headOf = ({ id, draft }: StudyRecord, viewer: LabViewer): HeadOfStudy => ({
  id,
  name: draft.name,
  sees: (Object.keys(NEEDED) as StudyPage[]).filter((page) => mayInLab(viewer, NEEDED[page])),
});
