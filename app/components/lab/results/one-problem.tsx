import { Button } from "nhsuk-react-components";
import { Radios } from "~/components/form/radios";
import { TextField } from "~/components/form/text-fields";
import { fieldsOf, type SentBack } from "~/components/manage/typed";
import { Folded } from "~/components/work/folded";
import { PROBLEMS } from "~/content/lab/problems";
import { SEVERITIES } from "~/domain/usability/log";
import { keyOf, MomentLine, type MomentShown } from "./moment-line";

export const severityChoices = SEVERITIES.map((severity) => ({
  value: String(severity),
  label: PROBLEMS.severities[severity] ?? "",
}));

/** A problem as a list shows it, with what shows it. */
export interface ProblemShown {
  readonly id: string;
  readonly title: string;
  readonly severity: number;
  /** Its severity and who met it, in words. */
  readonly words: string;
  readonly moments: readonly MomentShown[];
}

/** A problem with its moments; a moment can be taken out of it, and it can be given other words, or taken away. */
export const OneProblem = ({
  problem: { id, title, severity, words, moments },
  action,
  sent,
}: {
  readonly problem: ProblemShown;
  readonly action: string;
  /** Its form, where that came back. */
  readonly sent: SentBack | null;
}) => {
  const isNamed = title !== PROBLEMS.unnamed;
  const was = isNamed ? title : "";
  const fields = fieldsOf(sent, { [`title-${id}`]: was, [`severity-${id}`]: String(severity) });
  return (
    <article className="lab-problem" aria-labelledby={`problem-${id}`}>
      <h2 className="nhsuk-heading-s" id={`problem-${id}`}>
        {title}
      </h2>
      <p>{words}</p>
      {isNamed ? null : <p className="lab-small">{PROBLEMS.nameAgain}</p>}
      <ul className="lab-moments">
        {moments.map((moment) => (
          <li key={keyOf(moment)}>
            <MomentLine moment={moment}>
              <form method="post" action={action}>
                <input type="hidden" name="problem" value={id} />
                <input type="hidden" name="moment" value={keyOf(moment)} />
                <button
                  type="submit"
                  name="intent"
                  value="take"
                  className="lab-take"
                  aria-label={PROBLEMS.takeAria(moment.of)}
                >
                  {PROBLEMS.take}
                </button>
              </form>
            </MomentLine>
          </li>
        ))}
      </ul>
      <Folded summary={PROBLEMS.change} open={sent !== null || !isNamed}>
        <form method="post" action={action} noValidate>
          <input type="hidden" name="problem" value={id} />
          <input type="hidden" name="was" value={was} />
          {moments.map((moment) => (
            <input key={keyOf(moment)} type="hidden" name="moments" value={keyOf(moment)} />
          ))}
          <TextField
            {...fields.text(`title-${id}`)}
            label={PROBLEMS.name}
            maxLength={200}
            autoComplete="off"
          />
          <Radios
            {...fields.one(`severity-${id}`)}
            legend={PROBLEMS.severity}
            choices={severityChoices}
            small
          />
          <div className="lab-problem__buttons">
            <Button type="submit" name="intent" value="reword" secondary small>
              {PROBLEMS.save}
            </Button>
            <Button type="submit" name="intent" value="remove" warning small>
              {PROBLEMS.remove}
            </Button>
          </div>
        </form>
      </Folded>
    </article>
  );
};
