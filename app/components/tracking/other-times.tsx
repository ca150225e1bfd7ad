import { Button } from "nhsuk-react-components";

/** Other times for a part: earlier ones that are offered now, and where to look for more. */
export interface MovesView {
  readonly at: string;
  /** Of the fulfilment, as this page shows it. */
  readonly version: number;
  readonly hasTime: boolean;
  /** Whether the person hears of earlier times. */
  readonly wanted: boolean;
  readonly offers: readonly { readonly slotId: string; readonly when: string; readonly until: string }[];
}

/** An earlier time that came free, to be taken or left; it works without scripts. */
export function OtherTimes({
  moves: { at, version, hasTime, wanted, offers },
}: {
  readonly moves: MovesView;
}) {
  return (
    <>
      {offers.map(({ slotId, when, until }) => (
        <section key={slotId} className="earlier-time" aria-label="An earlier time">
          <h2 className="nhsuk-heading-s">An earlier time came free: {when}</h2>
          <p>
            We told a few people. The first to take it has it, until {until}.
            {hasTime ? " If you do not take it, you keep the time you have." : ""}
          </p>
          <form method="post" action={at} className="button-row">
            <input type="hidden" name="slot" value={slotId} />
            <input type="hidden" name="version" value={version} />
            <Button type="submit" name="intent" value="take">
              Take it
            </Button>
            <Button type="submit" name="intent" value="keep" secondary>
              {hasTime ? "Keep mine" : "No, thank you"}
            </Button>
          </form>
        </section>
      ))}
      {wanted ? <p>We tell you when an earlier time comes free.</p> : null}
      <p>
        <a href={at}>
          {hasTime ? "Change your time, or ask for an earlier one" : "Look for a time yourself"}
        </a>
      </p>
    </>
  );
}
