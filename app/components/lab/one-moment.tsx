import { TAKING } from "~/content/lab/taking";
import { useFrontDoor } from "~/front-door";

/** What a participant begins is still being made. The page asks again by itself; the link is for whose browser does not. */
export function OneMoment() {
  const { paths } = useFrontDoor();
  const { title, words, byItself, look } = TAKING.moment;
  return (
    <>
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>{words}</p>
      <p>
        {byItself} <a href={paths.labTake({ moment: "yes" })}>{look}</a>
      </p>
    </>
  );
}
