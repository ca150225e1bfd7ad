import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button } from "nhsuk-react-components";
import { BoardHead } from "~/components/board/board-head";
import { type ChangeChoices, ChangeFields } from "~/components/board/change-fields";
import { ErrorSummary } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { fieldsOf } from "~/components/manage/typed";
import { ADD_CHANGE, KIND_WORDS, WHAT_IF_ERRORS } from "~/content/board/what-if";
import { noLongerPartners } from "~/domain/directory/standing";
import { saysRoom } from "~/domain/directory/types";
import { line } from "~/domain/journeys/input";
import { localDate } from "~/domain/shared/time";
import { applyChanges } from "~/domain/simulation/apply-changes";
import { CHANGE_KINDS, Change, type ChangeKind } from "~/domain/simulation/changes";
import { useFrontDoor } from "~/front-door";
import { findPlace } from "~/usecases/find-place";
import { addChange } from "~/usecases/keep-scenario";
import { isScenarioProposed } from "~db/queries/proposals";
import { notFound } from "../partner/partner-access";
import { readForm, seenIn } from "../read-form";
import { inBoardRoom } from "./board-access";
import { changeForm, FIELD_TO_BLAME, type TypedChange } from "./change-form";
import { type Year, yearOf } from "./played-year";
import { scenarioAt } from "./scenario-of";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: ADD_CHANGE.title }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const scenario = await scenarioAt(context, params.scenario);
  const year = await yearOf(context);
  if (year.kind !== "year") throw notFound();
  // Its own page says why it stays as it is.
  if (await isScenarioProposed(context.onedoor.db.kysely, context.brand.id, scenario.id))
    throw redirect(context.paths.boardScenario(scenario.id));
  const asked = new URL(request.url).searchParams.get("kind");
  return {
    id: scenario.id,
    version: scenario.version,
    name: scenario.name,
    kind: CHANGE_KINDS.find((kind) => kind === asked) ?? null,
    wrong: asked !== null && !CHANGE_KINDS.some((kind) => kind === asked),
    choices: choicesIn(context, year),
  };
}

function choicesIn({ directory, now }: AppLoadContext, { days }: Year): ChangeChoices {
  const gone = new Set(noLongerPartners(directory.partnerships, localDate(now)));
  const byName = <One extends { readonly name: string }>(list: readonly One[]) =>
    [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    partners: byName(
      directory.organisations
        .filter(({ id }) => directory.partnershipOf(id) !== undefined && !gone.has(id))
        .map(({ id, name }) => ({ id, name })),
    ),
    services: byName(
      directory.services.filter(({ parts }) => parts === undefined).map(({ id, name }) => ({ id, name })),
    ),
    offers: directory.offers.filter(saysRoom).map(({ id, organisationId, serviceId, locationId }) => {
      const place = locationId === null ? undefined : directory.location(locationId)?.name;
      const service = directory.service(serviceId)?.name ?? serviceId;
      return { id, of: organisationId, name: place === undefined ? service : `${service}, ${place}` };
    }),
    points: directory.policy.points,
    days,
  };
}

/** Adds a change to a scenario and goes back to it; one that cannot be made is sent back with why. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const by = inBoardRoom(context, request);
  const { onedoor, brand, paths } = context;
  const scenario = await scenarioAt(context, params.scenario);
  const year = await yearOf(context);
  if (year.kind !== "year") throw notFound();
  const form = await request.formData();
  const kind = CHANGE_KINDS.find((one) => one === line.parse(form.get("kind")));
  if (kind === undefined) {
    const errors = [{ field: "kind", message: WHAT_IF_ERRORS.kind }];
    return data({ typed: {}, errors, kind: null }, { status: 400 });
  }
  const read = readForm(changeForm(kind), form);
  if (!read.ok) return data({ ...read.sent, kind }, { status: 400 });
  const sentBack = (field: string, message: string, status: number) =>
    data({ typed: read.typed, errors: [{ field, message }], kind }, { status });
  const change = await placed(context, read.value);
  if (change === null) return sentBack("postcode", WHAT_IF_ERRORS.postcode, 400);
  // Made upon what the scenario changes already: a partner that it makes up can give more, or leave.
  const tried = applyChanges({ directory: context.directory }, [], [...scenario.changes, change], {
    ...year.days,
    seed: 0,
  });
  const refusal = tried.kind === "refused" && tried.reasons.find(({ at }) => at === scenario.changes.length);
  if (refusal) return sentBack(FIELD_TO_BLAME[kind], refusal.reason, 409);
  const seen = { id: scenario.id, seen: Number(seenIn(form)) };
  const kept = await addChange(onedoor, brand.id, by, seen, change);
  switch (kept.kind) {
    case "kept":
      return redirect(paths.boardScenario(scenario.id, { done: "added" }), 303);
    case "not-found":
      throw notFound();
    case "changed-meanwhile":
      return sentBack(FIELD_TO_BLAME[kind], WHAT_IF_ERRORS.meanwhile, 409);
    case "proposed":
      return sentBack(FIELD_TO_BLAME[kind], WHAT_IF_ERRORS.proposed, 409);
    case "too-many":
      return sentBack(FIELD_TO_BLAME[kind], WHAT_IF_ERRORS.tooManyChanges, 409);
    default:
      throw new Error(`No such result: ${kept satisfies never}`);
  }
}

/** The change with where its postcode is; null when nobody knows that. */
async function placed({ onedoor }: AppLoadContext, typed: TypedChange): Promise<Change | null> {
  if (typed.kind !== "join" && typed.kind !== "pop-up") return Change.parse(typed);
  const found = await findPlace(onedoor, typed.postcode);
  if (found.kind !== "found") return null;
  return Change.parse({ ...typed, postcode: found.postcode, position: found.position });
}

export default function AddChange() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  const kind: ChangeKind | null = sent?.kind ?? page.kind;
  const wrong = page.wrong ? [{ field: "kind", message: WHAT_IF_ERRORS.kind }] : [];
  return (
    <div className="manage-form">
      <BackLink href={paths.boardScenario(page.id)}>{page.name}</BackLink>
      <ErrorSummary errors={sent?.errors ?? wrong} />
      <BoardHead at="what-if" title={kind === null ? ADD_CHANGE.title : KIND_WORDS[kind].name} />
      {kind === null ? (
        <form method="get" action={paths.boardScenarioChange(page.id)}>
          <Radios
            name="kind"
            legend={ADD_CHANGE.which}
            error={wrong[0]?.message}
            choices={CHANGE_KINDS.map((value) => ({
              value,
              label: KIND_WORDS[value].name,
              hint: KIND_WORDS[value].hint,
            }))}
          />
          <Button type="submit">{ADD_CHANGE.next}</Button>
        </form>
      ) : (
        <form method="post" action={paths.boardScenarioChange(page.id, { kind })} noValidate>
          <p>{KIND_WORDS[kind].hint}</p>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="seen" value={page.version} />
          <ChangeFields kind={kind} fields={fieldsOf(sent, { age: "" })} choices={page.choices} />
          <Button type="submit">{ADD_CHANGE.add}</Button>
          <p>
            <a href={paths.boardScenarioChange(page.id)}>{ADD_CHANGE.other}</a>
          </p>
        </form>
      )}
    </div>
  );
}
