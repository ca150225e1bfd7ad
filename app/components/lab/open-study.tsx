import { Button } from "nhsuk-react-components";
import { OPENING } from "~/content/lab/studies";
import type { StudyState } from "~/domain/usability/study";
import { useFrontDoor } from "~/front-door";

/** How a study stands, what of it is fixed, and the buttons that open and close it. */
export function OpenStudy({
  id,
  state,
  version,
  ofVersion,
  edition,
  differs,
  makes,
  misfits,
}: {
  readonly id: string;
  readonly state: StudyState;
  readonly version: number;
  /** The version that is looked at; null for what is being written. */
  readonly ofVersion: number | null;
  readonly edition: number;
  /** What is being written is not what is in use. */
  readonly differs: boolean;
  readonly makes: boolean;
  readonly misfits: readonly string[];
}) {
  const { paths } = useFrontDoor();
  const read = version > 0 && ofVersion === null && differs;
  return (
    <section id="opening" aria-label={OPENING.title} className="lab-task">
      <p>{standing(state, version, ofVersion, differs)}</p>
      {ofVersion === null ? null : (
        <p>
          <a href={paths.labStudy(id)}>{OPENING.back}</a>
        </p>
      )}
      {read ? (
        <p>
          <a href={paths.labStudy(id, { version: String(version) })}>{OPENING.read(version)}</a>
        </p>
      ) : null}
      {makes && misfits.length > 0 ? (
        <>
          <p>{OPENING.misfits}</p>
          <ul>
            {misfits.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      ) : null}
      {makes ? (
        <form method="post" action={paths.labStudy(id)}>
          <input type="hidden" name="seen" value={edition} />
          {misfits.length === 0 && (differs || state === "closed") ? (
            <>
              {differs ? <p>{OPENING.fixed}</p> : null}
              <Button type="submit" name="intent" value="open">
                {differs ? OPENING.open(version + 1) : OPENING.again(version)}
              </Button>{" "}
            </>
          ) : null}
          {state === "open" ? (
            <Button type="submit" name="intent" value="close" secondary>
              {OPENING.close}
            </Button>
          ) : null}
        </form>
      ) : null}
    </section>
  );
}

function standing(state: StudyState, version: number, ofVersion: number | null, differs: boolean): string {
  if (ofVersion !== null) return OPENING.ofVersion(ofVersion);
  if (version === 0) return OPENING.draft(1);
  if (state === "closed") return OPENING.closed(version);
  return differs ? OPENING.differs(version) : OPENING.same(version);
}
