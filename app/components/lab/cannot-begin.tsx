import { TAKING } from "~/content/lab/taking";
import { useFrontDoor } from "~/front-door";

/** What a participant wants to begin could not be made. */
export function CannotBegin() {
  const { paths } = useFrontDoor();
  const { title, words, what, back } = TAKING.cannotBegin;
  return (
    <>
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>{words}</p>
      <p>{what}</p>
      <p>
        <a href={paths.labTake()}>{back}</a>
      </p>
    </>
  );
}
