import type { AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { BoardHead } from "~/components/board/board-head";
import { Stacked } from "~/components/board/what-if-result";
import { ErrorSummary } from "~/components/form/error-summary";
import { COMPARE, RESULT, WHAT_IF, WHAT_IF_ERRORS } from "~/content/board/what-if";
import { effectLines, headlineOf, measureLines } from "~/content/board/what-if-lines";
import { isSameBefore } from "~/domain/simulation/what-if-result";
import { useFrontDoor } from "~/front-door";
import { readScenario } from "~db/queries/scenarios";
import { inBoardRoom } from "./board-access";
import { changesInWords, runOf } from "./scenario-of";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: COMPARE.title }];

/** Two scenarios that were played, side by side; not found where one of them is none, or both are one. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const query = new URL(request.url).searchParams;
  const [one, other] = await Promise.all(["one", "other"].map((name) => playedAt(context, query.get(name))));
  if (one === undefined || other === undefined || one.id === other.id)
    return data({ kind: "none" as const }, { status: 404 });
  const afterOther = new Map(other.measures.map((line) => [line.id, line]));
  return {
    kind: "both" as const,
    both: [one, other].map(({ id, name, changes, headline, isStale }) => ({
      id,
      name,
      changes,
      headline,
      isStale,
    })),
    beforeDiffers: !isSameBefore(one.result, other.result),
    effects: one.effects.map(({ worse, worseCount }, place) => [
      worse,
      worseCount,
      other.effects[place]?.worseCount ?? "",
    ]),
    measures: one.measures.map(({ id, name, before, after }) => [
      name,
      before,
      after,
      afterOther.get(id)?.after ?? "",
    ]),
  };
}

async function playedAt(context: AppLoadContext, id: string | null) {
  const { onedoor, brand } = context;
  const scenario = await readScenario(onedoor.db.kysely, brand.id, id ?? "");
  const run = scenario && (await runOf(context, scenario));
  if (scenario === undefined || run?.result == null || run.standing !== "done") return undefined;
  const { result } = run;
  return {
    id: scenario.id,
    name: scenario.name,
    isStale: run.isStale,
    changes: changesInWords(context, scenario),
    headline: headlineOf(result.worseOff),
    result,
    effects: effectLines(result),
    measures: measureLines(result),
  };
}

export default function Compare() {
  const page = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  return (
    <>
      <BackLink href={paths.boardWhatIf()}>{WHAT_IF.back}</BackLink>
      {page.kind === "none" ? (
        <ErrorSummary errors={[{ field: "compare", message: WHAT_IF_ERRORS.two }]} />
      ) : null}
      <BoardHead at="what-if" title={COMPARE.title} />
      {page.kind === "none" ? (
        <p id="compare">
          <a href={paths.boardWhatIf()}>{WHAT_IF_ERRORS.two}</a>
        </p>
      ) : (
        <>
          <p>{COMPARE.intro}</p>
          {page.beforeDiffers ? <p className="stale-note">{COMPARE.beforeDiffers}</p> : null}
          <ul className="what-if__both">
            {page.both.map(({ id, name, changes, headline, isStale }) => (
              <li key={id}>
                <h2 className="nhsuk-heading-s">
                  <a href={paths.boardScenario(id)}>{name}</a>
                </h2>
                <p>{changes.join(" · ")}</p>
                <p className="what-if__headline">{headline}</p>
                {isStale ? <p className="stale-note">{WHAT_IF.stale}</p> : null}
              </li>
            ))}
          </ul>
          <h2 className="nhsuk-heading-m">{RESULT.who}</h2>
          <Stacked
            caption={RESULT.who}
            columns={[RESULT.effect, ...page.both.map(({ name }) => name)]}
            rows={page.effects.map((cells) => cells.map((text) => ({ text })))}
          />
          <h2 className="nhsuk-heading-m">{RESULT.measures}</h2>
          <Stacked
            caption={RESULT.measures}
            columns={[RESULT.measure, RESULT.before, ...page.both.map(({ name }) => name)]}
            rows={page.measures.map((cells) => cells.map((text) => ({ text })))}
          />
        </>
      )}
    </>
  );
}
