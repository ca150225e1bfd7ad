import type { AppLoadContext } from "@remix-run/node";
import { changeInWords } from "~/content/board/what-if";
import { lookUp, type PlainNames } from "~/content/board/what-if-lines";
import { newId } from "~/domain/directory/new-ids";
import { standingOfRun } from "~/domain/simulation/run";
import { readRun, readScenario, type Scenario } from "~db/queries/scenarios";
import { notFound } from "../partner/partner-access";

/** The scenario of an address; not found when there is none. */
export async function scenarioAt(
  { onedoor, brand }: AppLoadContext,
  id: string | undefined,
): Promise<Scenario> {
  const scenario = await readScenario(onedoor.db.kysely, brand.id, id ?? "");
  if (scenario === undefined) throw notFound();
  return scenario;
}

/** How a scenario was played last, as a page shows it; undefined when it never was. */
export async function runOf({ onedoor, brand }: AppLoadContext, { id, version }: Scenario) {
  const last = await readRun(onedoor.db.kysely, brand.id, id);
  if (last === undefined) return undefined;
  const { run, result } = last;
  return {
    standing: standingOfRun(run, onedoor.clock()),
    isStale: run.ofVersion !== version,
    progress: run.progress,
    result,
  };
}

/** What a scenario changes, a line each. */
export const changesInWords = (context: AppLoadContext, { changes }: Pick<Scenario, "changes">): string[] =>
  changes.map((change) => changeInWords(change, lookUp(namesOf(context, { changes }))));

/** Names by id, those of the partners that a scenario makes up among them. */
export function namesOf({ directory }: AppLoadContext, { changes }: Pick<Scenario, "changes">): PlainNames {
  const organisations = new Map(directory.organisations.map(({ id, name }) => [id, name] as const));
  for (const change of changes)
    if (change.kind === "join")
      organisations.set(newId(change.name, new Set(organisations.keys())), change.name);
  return {
    organisations: Object.fromEntries(organisations),
    services: Object.fromEntries(directory.services.map(({ id, name }) => [id, name] as const)),
  };
}
