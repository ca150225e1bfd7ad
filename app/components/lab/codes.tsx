import { ButtonLink } from "~/components/form/button-link";
import { CODES } from "~/content/lab/joining";
import { useFrontDoor } from "~/front-door";

export interface GivenCodes {
  readonly code: string;
  readonly withdrawCode: string;
  /** Where the second is typed: the whole address, for it may be written down. */
  readonly withdrawAt: string;
}

/** The codes that a participant is given, once: what they are called, and what deletes everything. */
export function Codes({ code, withdrawCode, withdrawAt }: GivenCodes) {
  const { paths } = useFrontDoor();
  return (
    <>
      <h1 className="nhsuk-heading-l">{CODES.title}</h1>
      <p>{CODES.lead}</p>
      <dl className="take__codes">
        <div>
          <dt>{CODES.yours}</dt>
          <dd>{code}</dd>
        </div>
        <div>
          <dt>{CODES.withdraw}</dt>
          <dd>{withdrawCode}</dd>
        </div>
      </dl>
      <p>
        {CODES.how} <a href={paths.labWithdraw()}>{withdrawAt}</a>
      </p>
      <p className="take__screen">{CODES.print}</p>
      <div className="take__screen">
        <ButtonLink href={paths.labTake()}>{CODES.goOn}</ButtonLink>
      </div>
    </>
  );
}
