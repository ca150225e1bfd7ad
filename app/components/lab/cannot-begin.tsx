import { Button } from "nhsuk-react-components";
import { TAKING } from "~/content/lab/taking";
import { useFrontDoor } from "~/front-door";
import { ChangeMind } from "./change-mind";

/** What a participant wants to begin could not be made. They are told what to do, and keep every way out. */
export function CannotBegin({ task }: { readonly task: string }) {
  const { paths } = useFrontDoor();
  const { title, words, tell, wait, again } = TAKING.cannotBegin;
  return (
    <>
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>{words}</p>
      <p>{tell}</p>
      <p>{wait}</p>
      <form method="post" action={paths.labTake()}>
        <input type="hidden" name="task" value={task} />
        <Button type="submit" name="intent" value="begin">
          {again}
        </Button>
      </form>
      <ChangeMind over={false} />
    </>
  );
}
