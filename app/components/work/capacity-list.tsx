import { Button } from "nhsuk-react-components";
import { CAPACITY, CAPACITY_WORDS } from "~/content/capacity";
import { CAPACITY_STATUSES, type CapacityStatus } from "~/domain/directory/types";
import { offerAnchor } from "~/paths";

export interface CapacityLine {
  readonly id: string;
  readonly service: string;
  /** Where and how: "Quay Clinic, face to face or by phone". */
  readonly place: string;
  readonly told: CapacityStatus | null;
  /** When it was confirmed and by whom, and whether that is too long ago. */
  readonly when: string;
  readonly tooOld: string;
  readonly saved: boolean;
}

/** How full each offer is said to be, a line each: one tap says it, one confirms it. `action` is null for who may only look. */
export const CapacityList = ({
  lines,
  action,
}: {
  readonly lines: readonly CapacityLine[];
  readonly action: string | null;
}) => (
  <ul className="capacity" aria-label={CAPACITY.title}>
    {lines.map((line) => (
      <li key={line.id} id={offerAnchor(line.id)} className="capacity__line">
        <div>
          <h2 className="capacity__service">{line.service}</h2>
          <p className="capacity__place">{line.place}</p>
          <p className="capacity__when">
            {line.saved ? <strong role="status">{CAPACITY.saved} </strong> : null}
            {line.when}
            {line.tooOld === "" ? null : <strong className="capacity__too-old"> {line.tooOld}</strong>}
          </p>
        </div>
        {action === null ? (
          <p className="capacity__told">{line.told === null ? "" : CAPACITY_WORDS[line.told]}</p>
        ) : (
          <form method="post" action={action} className="capacity__form">
            <input type="hidden" name="offer" value={line.id} />
            <div className="capacity__choices">
              {CAPACITY_STATUSES.map((status) => (
                <button
                  key={status}
                  type="submit"
                  name="capacity"
                  value={status}
                  className="capacity__choice"
                  aria-pressed={status === line.told}
                >
                  {CAPACITY_WORDS[status]}
                  <About line={line} />
                </button>
              ))}
            </div>
            {line.told === null ? null : (
              <Button type="submit" name="capacity" value={line.told} secondary small>
                {CAPACITY.stillRight}
                <About line={line} />
              </Button>
            )}
          </form>
        )}
      </li>
    ))}
  </ul>
);

const About = ({ line }: { readonly line: CapacityLine }) => (
  <span className="nhsuk-u-visually-hidden">
    {" "}
    {line.service}, {line.place}
  </span>
);
