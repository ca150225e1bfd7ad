import { Button } from "nhsuk-react-components";
import { TAKES } from "~/content/desk";
import type { DeskWork } from "~/domain/fulfilment/take";

/** Who has a piece of the front desk's work, as one of its people sees it. */
export interface TakeView {
  readonly kind: DeskWork;
  readonly itemId: string;
  /** Where it stands on the page, which an error leads to. */
  readonly anchor: string;
  /** Of the form: sent twice, it is done once. */
  readonly key: string;
  /** "Omar Haddad has had this since 10.40 am."; empty while nobody has it. */
  readonly words: string;
  readonly can: "take" | "give-back" | "take-over";
  /** Since when it is had by another. */
  readonly over: string | null;
  /** What the page comes back to. */
  readonly back: "list" | "item";
  readonly page: number;
  /** Whom and what it is about, for who hears the buttons one by one. */
  readonly about: string;
}

const WORDS = { take: TAKES.take, "give-back": TAKES.giveBack, "take-over": TAKES.takeOver } as const;

/** Who has a piece of work, and the button that takes it or gives it back. */
export function TakeLine({ take, action }: { readonly take: TakeView; readonly action: string }) {
  const { can } = take;
  return (
    <form method="post" action={action} className="take" id={take.anchor} tabIndex={-1}>
      <input type="hidden" name="kind" value={take.kind} />
      <input type="hidden" name="item" value={take.itemId} />
      <input type="hidden" name="key" value={take.key} />
      <input type="hidden" name="back" value={take.back} />
      {take.page > 1 ? <input type="hidden" name="page" value={take.page} /> : null}
      {take.over === null ? null : <input type="hidden" name="over" value={take.over} />}
      {take.words ? <span className={`take__who take__who--${can}`}>{take.words}</span> : null}
      <Button type="submit" name="intent" value={can === "give-back" ? can : "take"} secondary small>
        {WORDS[can]}
        <span className="nhsuk-u-visually-hidden">: {take.about}</span>
      </Button>
    </form>
  );
}
