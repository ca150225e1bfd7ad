import { SHOWING } from "~/content/board/stage";

/** What moves a story on. Each button is a form's, so that it works without scripts; a script presses it by a key. */
export function StageControls({
  action,
  step,
  steps,
  canAnswer,
}: {
  readonly action: string;
  readonly step: number;
  readonly steps: number;
  readonly canAnswer: boolean;
}) {
  return (
    <form
      method="post"
      action={action}
      className="stage-controls"
      data-stage-form=""
      aria-label={SHOWING.controls}
    >
      <input type="hidden" name="from" value={step} />
      <div className="stage-controls__story">
        <StageButton id="stage-back" value="back" words={SHOWING.back} off={step === 0} />
        <StageButton id="stage-next" value="next" words={SHOWING.next} off={step + 1 >= steps} main />
        <StageButton id="stage-reset" value="reset" words={SHOWING.reset} />
      </div>
      <fieldset className="stage-controls__group">
        <legend className="nhsuk-u-visually-hidden">{SHOWING.clockMoves}</legend>
        <StageButton id="stage-hour" value="hour" words={SHOWING.hour} small />
        <StageButton id="stage-deadline" value="deadline" words={SHOWING.deadline} small />
        <StageButton id="stage-day" value="day" words={SHOWING.day} small />
      </fieldset>
      <fieldset className="stage-controls__group">
        <legend className="nhsuk-u-visually-hidden">{SHOWING.answers}</legend>
        <StageButton id="stage-yes" value="yes" words={SHOWING.yes} small off={!canAnswer} />
        <StageButton id="stage-no" value="no" words={SHOWING.no} small off={!canAnswer} />
      </fieldset>
    </form>
  );
}

function StageButton({
  id,
  value,
  words,
  off = false,
  main = false,
  small = false,
}: {
  readonly id: string;
  readonly value: string;
  readonly words: string;
  readonly off?: boolean;
  readonly main?: boolean;
  readonly small?: boolean;
}) {
  const look = main ? " stage-button--main" : small ? " stage-button--small" : "";
  return (
    <button
      type="submit"
      id={id}
      name="intent"
      value={value}
      className={`stage-button${look}`}
      disabled={off}
    >
      {words}
    </button>
  );
}
