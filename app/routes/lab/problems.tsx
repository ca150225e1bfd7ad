import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { z } from "zod";
import { DoneNote } from "~/components/done-note";
import { Checkboxes } from "~/components/form/checkboxes";
import { ErrorSummary } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { Select } from "~/components/form/select";
import { TextField } from "~/components/form/text-fields";
import { LabHead } from "~/components/lab/lab-head";
import { keyOf } from "~/components/lab/results/moment-line";
import { OneProblem, severityChoices } from "~/components/lab/results/one-problem";
import { fieldsOf, type SentBack } from "~/components/manage/typed";
import { PICTURES } from "~/content/lab/pictures";
import { PROBLEMS } from "~/content/lab/problems";
import { line, oneOf, required, ticked } from "~/domain/journeys/input";
import { LONGEST_TITLE, loose } from "~/domain/usability/results/problems";
import { useFrontDoor } from "~/front-door";
import { CommandKey } from "~/usecases/command";
import {
  addMoments,
  makeProblem,
  type ProblemKept,
  removeProblem,
  rewordProblem,
  takeMoment,
} from "~/usecases/lab/keep-problems";
import { readForm } from "../read-form";
import { inLab } from "./lab-access";
import { picturesHere } from "./pictures-of";
import { momentShown, problemShown } from "./problem-list";
import { resultsHere, versionQuery } from "./results-of";
import { studyAt } from "./study-here";

export { labResultsStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page === undefined ? PROBLEMS.title : PROBLEMS.titleOf(page.head.name) },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const here = await resultsHere(context, request, params.study);
  const { head, problems, results, moments } = here;
  const { paths, makesPictures } = context;
  const pictures = await picturesHere(
    context,
    here.sessions.map(({ code }) => code),
  );
  const query = versionQuery(here);
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return {
    head,
    key: context.onedoor.newId(),
    problems: results.problems.map((problem) => problemShown(context, here, pictures, problem)),
    known: problems.map(({ id, title: name }) => ({ id, name })),
    query,
    loose: loose(problems, moments).map((moment) => momentShown(context, here, pictures, moment)),
    files: [
      [PROBLEMS.csv, paths.labResultsFile(head.id, "problems.csv", query)],
      [PROBLEMS.json, paths.labResultsFile(head.id, "problems.json", query)],
      [PICTURES.zip, paths.labResultsFile(head.id, "problems.zip", query)],
    ] as const,
    pictures:
      pictures.waiting === 0 ? "" : makesPictures ? PICTURES.waiting(pictures.waiting) : PICTURES.noBrowser,
    isTagged: results.problems.length > 0 || moments.some(({ tag }) => tag === "problem"),
    hasFiles: here.version > 0 && results.problems.length > 0,
    done: Object.hasOwn(PROBLEMS.done, done) ? PROBLEMS.done[done as keyof typeof PROBLEMS.done] : "",
  };
}

const momentIn = (key: string) => {
  const [, code, event] = /^([^:]+):(.+)$/.exec(key) ?? [];
  return code === undefined || event === undefined ? [] : [{ code, event }];
};
const severity = oneOf(["1", "2", "3", "4"], PROBLEMS.errors.severity).transform(Number);
const title = required("The problem", LONGEST_TITLE, PROBLEMS.errors.title);
const anyMoments = ticked.transform((keys) => keys.flatMap(momentIn));
const moments = anyMoments.refine((chosen) => chosen.length > 0, { error: PROBLEMS.errors.moments });
/** Of the page that was filled in: what is sent again makes no second problem. */
const New = z.object({ key: CommandKey, moments, title, severity });
const More = z.object({ moments });
/** A problem as it stood on the page where it is given other words. */
const Seen = z.object({ was: line, moments: anyMoments });
const Intent = line.pipe(z.enum(["make", "reword", "take", "remove"]));

/** Makes a problem of moments or adds them to one; gives one other words; takes a moment out of one; takes one away. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const by = inLab(context, request, "see-results");
  const { onedoor, brand, paths } = context;
  const { id: studyId } = await studyAt(context, params.study);
  const version = new URL(request.url).searchParams.get("version");
  const of = version === null ? {} : { version };
  const form = await request.formData();
  const intent = Intent.safeParse(form.get("intent"));
  if (!intent.success) throw new Response(null, { status: 400 });
  const at = [onedoor, brand.id, by, studyId] as const;
  const problem = line.parse(form.get("problem"));
  const answer = (kept: ProblemKept, done: keyof typeof PROBLEMS.done, typed: SentBack["typed"] = {}) => {
    if (kept.kind === "kept") return redirect(paths.labProblems(studyId, { ...of, done }), 303);
    const message = kept.kind === "too-many" ? PROBLEMS.errors.tooMany : PROBLEMS.errors.gone;
    return data({ typed, errors: [{ field: "moments", message }] }, { status: 409 });
  };
  switch (intent.data) {
    case "make": {
      if (problem !== "") {
        const read = readForm(More, form);
        if (!read.ok) return data(read.sent, { status: 400 });
        return answer(await addMoments(...at, { id: problem, ...read.value }), "changed", read.typed);
      }
      const read = readForm(New, form);
      if (!read.ok) return data(read.sent, { status: 400 });
      const { key: id, ...words } = read.value;
      return answer(await makeProblem(...at, { id, ...words }), "made", read.typed);
    }
    case "reword": {
      const names = { title: `title-${problem}`, severity: `severity-${problem}` } as const;
      const read = readForm(z.object({ [names.title]: title, [names.severity]: severity }), form);
      if (!read.ok) return data(read.sent, { status: 400 });
      const words = { title: String(read.value[names.title]), severity: Number(read.value[names.severity]) };
      const { was, moments: shownBy } = Seen.parse(read.typed);
      return answer(await rewordProblem(...at, { id: problem, was, moments: shownBy, ...words }), "changed");
    }
    case "take": {
      const [moment] = momentIn(line.parse(form.get("moment")));
      if (moment === undefined) throw new Response(null, { status: 400 });
      return answer(await takeMoment(...at, { id: problem, moment }), "taken");
    }
    case "remove":
      return answer(await removeProblem(...at, problem), "removed");
    default:
      throw new Error(`No such intent: ${intent satisfies never}`);
  }
}

export default function Problems() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  const here = paths.labProblems(page.head.id, page.query);
  const isOf = (id: string) => sent?.typed.problem === id && sent.typed.intent === "reword";
  const fields = fieldsOf(sent);
  return (
    <>
      <ErrorSummary errors={sent?.errors ?? []} />
      <LabHead title={PROBLEMS.titleOf(page.head.name)} study={page.head} at="problems" />
      <DoneNote words={sent === null ? page.done : ""} />
      <p>{PROBLEMS.intro}</p>
      {page.problems.length === 0 && page.isTagged ? <p>{PROBLEMS.none}</p> : null}
      {page.pictures === "" ? null : <p className="lab-small">{page.pictures}</p>}
      {page.problems.map((problem) => (
        <OneProblem key={problem.id} problem={problem} action={here} sent={isOf(problem.id) ? sent : null} />
      ))}
      <h2 className="nhsuk-heading-m">{PROBLEMS.loose}</h2>
      {page.loose.length === 0 ? (
        <p>{page.isTagged ? PROBLEMS.looseNone : PROBLEMS.noneTagged}</p>
      ) : (
        <form method="post" action={here} noValidate>
          <input type="hidden" name="key" value={page.key} />
          <Checkboxes
            {...fields.any("moments")}
            legend={PROBLEMS.choose}
            choices={page.loose.map((moment) => ({
              value: keyOf(moment),
              label: moment.note === "" ? moment.of : moment.note,
              ...(moment.note === "" ? {} : { hint: moment.of }),
            }))}
          />
          {page.known.length === 0 ? null : (
            <Select name="problem" label={PROBLEMS.which} value={fields.text("problem").value}>
              <option value="">{PROBLEMS.aNew}</option>
              {page.known.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <TextField
            {...fields.text("title")}
            label={PROBLEMS.name}
            hint={PROBLEMS.nameHint}
            maxLength={LONGEST_TITLE}
            autoComplete="off"
          />
          <Radios {...fields.one("severity")} legend={PROBLEMS.severity} choices={severityChoices} small />
          <Button type="submit" name="intent" value="make">
            {PROBLEMS.make}
          </Button>
        </form>
      )}
      {page.hasFiles ? (
        <ul className="nhsuk-list">
          {page.files.map(([words, href]) => (
            <li key={href}>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
