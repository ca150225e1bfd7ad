import { useSearchParams } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { TAKING } from "~/content/lab/taking";
import { useFrontDoor } from "~/front-door";

/** The address of the ways out, where they stand open: who wants to leave is asked for nothing on the way. */
export const leaveAt = (take: string): string => `${take}?leave#change-mind`;

/** At the foot of every page of a participant: ways out, and another code for who has lost theirs. */
export function ChangeMind({ over }: { readonly over: boolean }) {
  const { paths } = useFrontDoor();
  const [query] = useSearchParams();
  const { changeMind } = TAKING;
  return (
    <details className="nhsuk-details take__change" id="change-mind" open={query.has("leave")}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{changeMind.title}</span>
      </summary>
      <div className="nhsuk-details__text">
        {over ? null : (
          <form method="post" action={paths.labTake()}>
            <p>{changeMind.stopWords}</p>
            <Button type="submit" secondary name="intent" value="stop">
              {changeMind.stop}
            </Button>
          </form>
        )}
        <p>
          <a href={paths.labWithdraw()}>{changeMind.withdraw}</a>
        </p>
        <form method="post" action={paths.labTake()}>
          <p>{changeMind.lost}</p>
          <Button type="submit" secondary name="intent" value="new-code">
            {changeMind.newCode}
          </Button>
        </form>
      </div>
    </details>
  );
}
