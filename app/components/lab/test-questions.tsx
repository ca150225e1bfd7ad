import { Button } from "nhsuk-react-components";
import { ErrorSummary, type FieldError } from "~/components/form/error-summary";
import { TAKING } from "~/content/lab/taking";
import type { TaskEnd } from "~/domain/usability/log";
import { useFrontDoor } from "~/front-door";
import { AskedFields, type AskedQuestion, idsOf } from "./asked-fields";

type Page =
  | {
      readonly kind: "after";
      readonly how: TaskEnd;
      readonly task: { readonly id: string };
      readonly place: number;
      readonly of: number;
      readonly questions: readonly AskedQuestion[];
    }
  | { readonly kind: "end"; readonly questions: readonly AskedQuestion[] };

const THANKS: Readonly<Record<TaskEnd, string>> = {
  done: TAKING.after.done,
  "gave-up": TAKING.after.gaveUp,
  "moved-on": TAKING.after.movedOn,
  "time-up": TAKING.after.timeUp,
};

/** What is asked after a task, or at the end. */
export function TestQuestions({
  page,
  typed,
  errors,
}: {
  readonly page: Page;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}) {
  const { paths } = useFrontDoor();
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 className="nhsuk-heading-l">
        {page.kind === "end" ? (
          TAKING.end.title
        ) : (
          <>
            <span className="nhsuk-caption-l">{TAKING.shown.title(page.place, page.of)}</span>
            {TAKING.questions}
          </>
        )}
      </h1>
      <p>{page.kind === "end" ? TAKING.end.lead : THANKS[page.how]}</p>
      <form method="post" action={paths.labTake()} className="take__ask">
        <input type="hidden" name="intent" value="answer" />
        {page.kind === "after" ? <input type="hidden" name="task" value={page.task.id} /> : null}
        <input type="hidden" name="asked" value={idsOf(page.questions)} />
        <AskedFields questions={page.questions} typed={typed} errors={errors} />
        <Button type="submit">{TAKING.send}</Button>
      </form>
    </>
  );
}
