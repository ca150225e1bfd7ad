import { Button } from "nhsuk-react-components";
import { STUDY } from "~/content/lab/studies";
import type { Listed } from "~/domain/usability/edit-study";

/** What can be done with one of a study's tasks, variants or questions: change it, move it, take it out. */
export function ItemDoes({
  list,
  id,
  title,
  href,
  action,
  seen,
  isFirst,
  isLast,
  isOnly,
}: {
  readonly list: Listed;
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly action: string;
  readonly seen: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** A study needs one of it. */
  readonly isOnly: boolean;
}) {
  const cannot = { up: isFirst, down: isLast, remove: isOnly };
  return (
    <form method="post" action={action} className="lab-does">
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="id" value={id} />
      <a href={href}>
        {STUDY.change} <Of title={title} />
      </a>
      {DOES.filter((does) => !cannot[does]).map((does) => (
        <Button key={does} type="submit" name="intent" value={does} secondary small>
          {STUDY[does]} <Of title={title} />
        </Button>
      ))}
    </form>
  );
}

const DOES = ["up", "down", "remove"] as const;

const Of = ({ title }: { readonly title: string }) => (
  <span className="nhsuk-u-visually-hidden">“{title}”</span>
);
