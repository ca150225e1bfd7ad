import { Button, Radios } from "nhsuk-react-components";
import { BoxLabel } from "~/components/box-label";
import { TelephoneLink } from "~/components/telephone-link";
import type { Box } from "~/domain/boxes/types";
import { ASK, ASK_AND_TELL } from "~/domain/journeys/steps/time";
import { errorOf } from "../form/error-summary";
import { LEGEND_HEADINGS } from "../form/legend";
import { type FieldsProps, one } from "./fields";

/** Where else to turn when the partner that was chosen has no time to book. */
export interface NoTimesView {
  /** Who has, the best first: by name, with the first free time and the box. */
  readonly others: readonly {
    readonly offerId: string;
    readonly name: string;
    readonly first: string;
    readonly box: Box;
  }[];
  /** Where another one is chosen. */
  readonly chooseAt: string;
  readonly desk: { readonly name: string; readonly phone: string; readonly hours: string };
}

interface NoTimesProps extends FieldsProps {
  readonly partner: string;
}

/** Said plainly: there is no time to pick, and what the partner can be asked all the same. */
export function NoTimes({ partner, typed, errors }: NoTimesProps) {
  const chosen = one(typed, "slot");
  return (
    <Radios
      name="slot"
      legend={`${partner} has no free times to book`}
      legendProps={LEGEND_HEADINGS.page}
      hint="You can still ask them. What would you like?"
      error={errorOf(errors, "slot")}
    >
      <Radios.Item
        id="slot"
        value={ASK}
        defaultChecked={chosen === ASK}
        hint="They see your request, and answer with a time by the date we promise you."
      >
        Ask {partner} to find a time
      </Radios.Item>
      <Radios.Item
        id="slot-tell"
        value={ASK_AND_TELL}
        defaultChecked={chosen === ASK_AND_TELL}
        hint="You go on the list for earlier times. The first to take one has it."
      >
        Ask them, and tell me if a time comes free
      </Radios.Item>
    </Radios>
  );
}

/** Below the question: others who have free times, each a form of its own, and the front desk. */
export function FreeTimesElsewhere({ others, chooseAt, desk }: NoTimesView) {
  return (
    <div className="step">
      {others.length > 0 ? (
        <section className="no-times__others" aria-labelledby="with-free-times">
          <h2 className="nhsuk-heading-m" id="with-free-times">
            {others.length === 1 ? "Somebody else has free times" : "Others have free times"}
          </h2>
          <ul className="no-times__list">
            {others.map(({ offerId, name, first, box }) => (
              <li key={offerId} className="no-times__other">
                <p>
                  <strong>{name}</strong>
                  <br />
                  First free time: {first}
                </p>
                <BoxLabel box={box} form="compact" />
                <form method="post" action={chooseAt}>
                  <Button type="submit" secondary name="choice" value={offerId}>
                    Choose {name}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p>Nobody else has a free time to book at the moment.</p>
      )}
      <p>
        Or call {desk.name} on <TelephoneLink number={desk.phone} />. The lines are open {desk.hours}.
      </p>
    </div>
  );
}
