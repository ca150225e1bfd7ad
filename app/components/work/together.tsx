import { Button } from "nhsuk-react-components";
import { KEYS, WORKLIST } from "~/content/worklist";
import { PageModule } from "../page-module";

/** What can be done with several pieces of work alike. */
export const TOGETHER = ["accept", "decline", "start"] as const;
export type Together = (typeof TOGETHER)[number];

/** The box before a line of work, by which it is chosen. */
export const ChooseBox = ({
  id,
  label,
  chosen,
}: {
  readonly id: string;
  readonly label: string;
  readonly chosen: boolean;
}) => (
  <input
    type="checkbox"
    id={`choose-${id}`}
    name="id"
    value={id}
    aria-label={label}
    defaultChecked={chosen}
    className="worklist__box"
  />
);

/** What is done with those that are chosen: each button leads to a page that says what it will come to. */
export const ChosenTogether = ({ all, chosen }: { readonly all: string; readonly chosen: boolean }) => (
  <div className="work-together">
    <p>
      {WORKLIST.withChosen} <span className="work-together__hint">{WORKLIST.several}</span>
    </p>
    <div className="button-row">
      {TOGETHER.map((intent) => (
        <Button key={intent} type="submit" name="intent" value={intent} secondary={intent !== "accept"}>
          {WORKLIST[intent]}
        </Button>
      ))}
      <a href={all}>{chosen ? WORKLIST.chooseNone : WORKLIST.chooseAll}</a>
    </div>
  </div>
);

/** The list's keys. Without scripts there are none, so the list of them is shown by the module that makes them work. */
export const WorkKeys = ({
  list = KEYS.list,
}: {
  readonly list?: readonly (readonly [string, string])[];
}) => (
  <>
    <details className="nhsuk-details work-keys" id="work-keys" hidden data-off={KEYS.off} data-on={KEYS.on}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{KEYS.summary}</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>{KEYS.lead}</p>
        <dl className="work-keys__list">
          {list.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Button type="button" secondary id="work-keys-switch">
          {KEYS.off}
        </Button>
      </div>
    </details>
    <PageModule name="work-keys" />
  </>
);
