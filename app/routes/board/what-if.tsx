import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { z } from "zod";
import { BoardHead } from "~/components/board/board-head";
import { ErrorSummary } from "~/components/form/error-summary";
import { Select } from "~/components/form/select";
import { TextArea, TextField } from "~/components/form/text-fields";
import { fieldsOf } from "~/components/manage/typed";
import { WHAT_IF, WHAT_IF_ERRORS } from "~/content/board/what-if";
import { headlineOf } from "~/content/board/what-if-lines";
import { line, lines, oneOf } from "~/domain/journeys/input";
import { LONGEST_NAME, LONGEST_NOTE } from "~/domain/simulation/changes";
import { useFrontDoor } from "~/front-door";
import { keepScenario, ScenarioFile } from "~/usecases/keep-scenario";
import { readRuns, readScenarios } from "~db/queries/scenarios";
import { readForm } from "../read-form";
import { inBoardRoom } from "./board-access";
import { yearOf } from "./played-year";
import { SCENARIO_FIELDS } from "./scenario-form";
import { changesInWords } from "./scenario-of";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: WHAT_IF.title }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const year = await yearOf(context);
  if (year.kind !== "year") return { kind: year.kind, saved: [] };
  return { kind: "year" as const, saved: await savedIn(context) };
}

async function savedIn(context: AppLoadContext) {
  const { onedoor, brand, paths } = context;
  const [scenarios, runs] = await Promise.all([
    readScenarios(onedoor.db.kysely, brand.id),
    readRuns(onedoor.db.kysely, brand.id),
  ]);
  return scenarios.map((scenario) => {
    const run = runs.get(scenario.id);
    const headline = run?.state === "done" ? run.progress.headline : null;
    const isStale = run !== undefined && run.ofVersion !== scenario.version;
    return {
      id: scenario.id,
      name: scenario.name,
      href: paths.boardScenario(scenario.id),
      changes: changesInWords(context, scenario),
      isPlayed: headline !== null,
      result:
        headline == null ? WHAT_IF.noResult : `${headlineOf(headline)}${isStale ? ` ${WHAT_IF.stale}.` : ""}`,
    };
  });
}

const New = z.object({
  intent: oneOf(["new"], WHAT_IF_ERRORS.name),
  ...SCENARIO_FIELDS,
});

const Import = z.object({
  intent: oneOf(["import"], WHAT_IF_ERRORS.file),
  file: lines.transform((text, checked) => {
    const read = ScenarioFile.safeParse(jsonIn(text));
    if (read.success) return read.data;
    checked.addIssue({ code: "custom", message: WHAT_IF_ERRORS.file });
    return z.NEVER;
  }),
});

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Makes a new scenario, from a name or from a file, and goes to it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const by = inBoardRoom(context, request);
  const { onedoor, brand, paths } = context;
  const form = await request.formData();
  const isImport = line.parse(form.get("intent")) === "import";
  const read = isImport ? readForm(Import, form) : readForm(New, form);
  if (!read.ok) return data(read.sent, { status: 400 });
  const words = "file" in read.value ? read.value.file : { ...read.value, changes: [] };
  const kept = await keepScenario(onedoor, brand.id, by, words);
  if (kept.kind !== "kept") {
    const errors = [{ field: isImport ? "file" : "name", message: WHAT_IF_ERRORS.tooMany }];
    return data({ typed: read.typed, errors }, { status: 409 });
  }
  return redirect(paths.boardScenario(kept.scenario.id), 303);
}

export default function WhatIf() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { brand, paths } = useFrontDoor();
  const fields = fieldsOf(sent);
  const played = page.saved.filter(({ isPlayed }) => isPlayed);
  return (
    <>
      <ErrorSummary errors={sent?.errors ?? []} />
      <BoardHead at="what-if" title={WHAT_IF.title} />
      <p>{WHAT_IF.intro}</p>
      <p>{WHAT_IF.madeUp}</p>
      {page.kind === "real" ? <p>{WHAT_IF.realBrand}</p> : null}
      {page.kind === "none" ? (
        <>
          <p>{WHAT_IF.noYear}</p>
          <p>
            <code>{WHAT_IF.command(brand.id)}</code>
          </p>
        </>
      ) : null}
      {page.kind === "year" ? (
        <>
          <h2 className="nhsuk-heading-m">{WHAT_IF.saved}</h2>
          {page.saved.length === 0 ? <p>{WHAT_IF.none}</p> : null}
          <ul className="manage-list" aria-label={WHAT_IF.saved}>
            {page.saved.map(({ id, name, href, changes, result }) => (
              <li key={id}>
                <span className="manage-list__name">
                  <a href={href}>{name}</a>
                  {changes.length === 0 ? null : (
                    <span className="manage-list__small">{changes.join(" · ")}</span>
                  )}
                  <span className="manage-list__small">{result}</span>
                </span>
              </li>
            ))}
          </ul>
          {played.length < 2 ? null : (
            <form method="get" action={paths.boardWhatIfCompare()} className="figures-seek">
              <h2 className="nhsuk-heading-m">{WHAT_IF.compare}</h2>
              {(["one", "other"] as const).map((name, place) => (
                <Select
                  key={name}
                  name={name}
                  label={place === 0 ? WHAT_IF.first : WHAT_IF.second}
                  value={played[place]?.id}
                >
                  {played.map((scenario) => (
                    <option key={scenario.id} value={scenario.id}>
                      {scenario.name}
                    </option>
                  ))}
                </Select>
              ))}
              <Button type="submit" secondary>
                {WHAT_IF.compareDo}
              </Button>
            </form>
          )}
          <div className="manage-form">
            <h2 className="nhsuk-heading-m">{WHAT_IF.new}</h2>
            <form method="post" action={paths.boardWhatIf()} noValidate>
              <TextField
                {...fields.text("name")}
                label={WHAT_IF.name}
                hint={WHAT_IF.nameHint}
                maxLength={LONGEST_NAME}
                autoComplete="off"
              />
              <TextArea
                {...fields.text("note")}
                label={WHAT_IF.note}
                hint={WHAT_IF.noteHint}
                rows={2}
                maxLength={LONGEST_NOTE}
              />
              <Button type="submit" name="intent" value="new">
                {WHAT_IF.create}
              </Button>
            </form>
            <h2 className="nhsuk-heading-m">{WHAT_IF.import}</h2>
            <form method="post" action={paths.boardWhatIf()} noValidate>
              <TextArea
                {...fields.text("file")}
                label={WHAT_IF.importLabel}
                hint={WHAT_IF.importHint}
                rows={4}
              />
              <Button type="submit" name="intent" value="import" secondary>
                {WHAT_IF.importDo}
              </Button>
            </form>
          </div>
        </>
      ) : null}
    </>
  );
}
