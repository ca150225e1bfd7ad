import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button } from "nhsuk-react-components";
import { z } from "zod";
import { BoardHead } from "~/components/board/board-head";
import { RunPanel } from "~/components/board/run-panel";
import { WhatIfResultSections } from "~/components/board/what-if-result";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary } from "~/components/form/error-summary";
import { TextArea, TextField } from "~/components/form/text-fields";
import { fieldsOf } from "~/components/manage/typed";
import { Folded } from "~/components/work/folded";
import {
  SCENARIO,
  type ScenarioDone,
  scenarioDoneWords,
  WHAT_IF,
  WHAT_IF_ERRORS,
} from "~/content/board/what-if";
import { lookUp, PARTNER_MEASURES } from "~/content/board/what-if-lines";
import { line } from "~/domain/journeys/input";
import { LONGEST_NAME, LONGEST_NOTE, MOST_CHANGES } from "~/domain/simulation/changes";
import { useFrontDoor } from "~/front-door";
import { nameScenario, removeChange, removeScenario, type ScenarioKept } from "~/usecases/keep-scenario";
import { isScenarioProposed } from "~db/queries/proposals";
import type { Scenario } from "~db/queries/scenarios";
import { notFound } from "../partner/partner-access";
import { readForm, seenIn } from "../read-form";
import { inBoardRoom } from "./board-access";
import { yearOf } from "./played-year";
import { SCENARIO_FIELDS } from "./scenario-form";
import { changesInWords, namesOf, runOf, scenarioAt } from "./scenario-of";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.name}: ${WHAT_IF.title.toLowerCase()}` : WHAT_IF.title },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const scenario = await scenarioAt(context, params.scenario);
  const query = new URL(request.url).searchParams;
  const [year, run, isProposed] = await Promise.all([
    yearOf(context),
    runOf(context, scenario),
    isScenarioProposed(context.onedoor.db.kysely, context.brand.id, scenario.id),
  ]);
  return {
    id: scenario.id,
    version: scenario.version,
    name: scenario.name,
    note: scenario.note,
    // A change has no name of its own: the same one twice is two.
    changes: changesInWords(context, scenario).map((words, place) => ({ place, words })),
    names: namesOf(context, scenario),
    run: run ?? null,
    canRun: year.kind === "year",
    isProposed,
    isKept: isProposed && run?.standing === "done" && !run.isStale,
    noMore: noMoreChanges(scenario, year.kind, isProposed),
    measure: PARTNER_MEASURES.find((id) => id === query.get("measure")) ?? ("given" as const),
    isChosen: query.has("measure"),
    done: scenarioDoneWords(query.get("done")),
  };
}

/** Why no change can be added to a scenario; null when one can. */
function noMoreChanges(
  { changes }: Scenario,
  year: "year" | "real" | "none",
  isProposed: boolean,
): string | null {
  if (isProposed) return SCENARIO.proposed;
  if (year !== "year") return noYear(year);
  return changes.length < MOST_CHANGES ? null : WHAT_IF_ERRORS.tooManyChanges;
}

const noYear = (kind: "real" | "none"): string => (kind === "real" ? WHAT_IF.realBrand : WHAT_IF.noYear);

const Words = z.object(SCENARIO_FIELDS);
const Place = line.refine((text) => /^\d{1,2}$/.test(text)).transform(Number);
const Intent = line.pipe(z.enum(["play", "stop", "take", "words", "remove"]));

/** Plays a scenario again or stops it; takes a change away; gives it other words; takes it away. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const by = inBoardRoom(context, request);
  const { onedoor, brand, paths, whatIf } = context;
  const scenario = await scenarioAt(context, params.scenario);
  const form = await request.formData();
  const intent = Intent.safeParse(form.get("intent"));
  if (!intent.success) throw new Response(null, { status: 400 });
  const back = (done: ScenarioDone) => redirect(paths.boardScenario(scenario.id, { done }), 303);
  const at = { id: scenario.id, seen: Number(seenIn(form)) };
  const refused = (message: string) =>
    data({ typed: {}, errors: [{ field: "changes", message }] }, { status: 409 });
  const kept = (result: ScenarioKept | { readonly kind: "removed" }, done: ScenarioDone) => {
    if (result.kind === "kept") return back(done);
    if (result.kind === "removed") return redirect(paths.boardWhatIf(), 303);
    if (result.kind === "not-found") throw notFound();
    const message = result.kind === "proposed" ? WHAT_IF_ERRORS.proposed : WHAT_IF_ERRORS.meanwhile;
    return refused(message);
  };
  switch (intent.data) {
    case "play": {
      const year = await yearOf(context);
      if (year.kind !== "year") return refused(noYear(year.kind));
      const asked = await whatIf.start(brand.id, scenario.id);
      if (asked === "proposed" || asked === "not-found") return kept({ kind: asked }, "taken");
      return redirect(paths.boardScenario(scenario.id), 303);
    }
    case "stop":
      await whatIf.stop(brand.id, scenario.id);
      return redirect(paths.boardScenario(scenario.id), 303);
    case "take": {
      const place = Place.safeParse(form.get("change"));
      if (!place.success) throw new Response(null, { status: 400 });
      return kept(await removeChange(onedoor, brand.id, by, at, place.data), "taken");
    }
    case "words": {
      const read = readForm(Words, form);
      if (!read.ok) return data(read.sent, { status: 400 });
      return kept(await nameScenario(onedoor, brand.id, by, at, read.value), "words");
    }
    case "remove":
      return kept(await removeScenario(onedoor, brand.id, by, at), "taken");
    default:
      throw new Error(`No such intent: ${intent satisfies never}`);
  }
}

export default function ScenarioPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  const here = paths.boardScenario(page.id);
  const fields = fieldsOf(sent, { name: page.name, note: page.note });
  const { run } = page;
  const result = run?.result ?? null;
  return (
    <>
      <BackLink href={paths.boardWhatIf()}>{WHAT_IF.back}</BackLink>
      <ErrorSummary errors={sent?.errors ?? []} />
      <DoneNote words={page.done} />
      <BoardHead at="what-if" title={page.name} />
      {page.note === "" ? null : <p>{page.note}</p>}
      <section aria-labelledby="changes">
        <h2 id="changes" className="nhsuk-heading-m">
          {SCENARIO.changes}
        </h2>
        {page.changes.length === 0 ? <p>{SCENARIO.noChanges}</p> : null}
        <ol className="what-if__changes">
          {page.changes.map(({ place, words }) => (
            <li key={place}>
              <span>{words}</span>
              {page.isProposed ? null : (
                <form method="post" action={here}>
                  <input type="hidden" name="change" value={place} />
                  <input type="hidden" name="seen" value={page.version} />
                  <button
                    type="submit"
                    name="intent"
                    value="take"
                    className="what-if__take"
                    aria-label={SCENARIO.takeAria(words)}
                  >
                    {SCENARIO.take}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ol>
        <p className="no-print">
          {page.noMore ?? <a href={paths.boardScenarioChange(page.id)}>{SCENARIO.add}</a>}
        </p>
      </section>
      <RunPanel action={here} run={run} canRun={page.canRun} isKept={page.isKept} />
      {result === null ? null : (
        <WhatIfResultSections
          result={result}
          names={lookUp(page.names)}
          measure={page.measure}
          isChosen={page.isChosen}
          links={{
            page: here,
            people: paths.boardScenarioFile(page.id, "people.csv"),
            measures: paths.boardScenarioFile(page.id, "measures.csv"),
            partners: paths.boardScenarioFile(page.id, "partners.csv", { measure: page.measure }),
          }}
        />
      )}
      <section aria-labelledby="share" className="no-print">
        <h2 id="share" className="nhsuk-heading-m">
          {SCENARIO.share}
        </h2>
        <p>{SCENARIO.shareHow}</p>
        <p>
          <code>{here}</code>
        </p>
        <p>
          <a href={paths.boardScenarioFile(page.id, "scenario.json")}>{SCENARIO.exportJson}</a>
        </p>
        {result === null ? null : (
          <p>
            <a href={paths.boardScenarioFile(page.id, "result.json")}>{SCENARIO.exportResult}</a>
          </p>
        )}
      </section>
      {page.isProposed ? null : (
        <Folded summary={SCENARIO.edit} open={sent !== null}>
          <form method="post" action={here} noValidate>
            <input type="hidden" name="seen" value={page.version} />
            <TextField
              {...fields.text("name")}
              label={WHAT_IF.name}
              maxLength={LONGEST_NAME}
              autoComplete="off"
            />
            <TextArea {...fields.text("note")} label={WHAT_IF.note} rows={2} maxLength={LONGEST_NOTE} />
            <Button type="submit" name="intent" value="words" secondary>
              {SCENARIO.save}
            </Button>
          </form>
          <form method="post" action={here}>
            <p>{SCENARIO.removeHint}</p>
            <Button type="submit" name="intent" value="remove" warning>
              {SCENARIO.remove}
            </Button>
          </form>
        </Folded>
      )}
    </>
  );
}
