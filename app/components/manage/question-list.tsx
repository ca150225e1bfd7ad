import { Button } from "nhsuk-react-components";
import { QUESTIONS } from "~/content/manage/services";

interface QuestionLine {
  readonly id: string;
  readonly title: string;
  readonly about: readonly string[];
  readonly href: string;
}

/** The questions of a service in their order, each with the way to change it, to move it, and to take it out. */
export function QuestionList({
  lines,
  action,
  seen,
}: {
  readonly lines: readonly QuestionLine[];
  readonly action: string;
  readonly seen: string;
}) {
  if (lines.length === 0) return null;
  return (
    <form method="post" action={action} id="questions">
      <input type="hidden" name="seen" value={seen} />
      <ol className="manage-list">
        {lines.map(({ id, title, about, href }, at) => (
          <li key={id}>
            <span className="manage-list__name">
              {title}
              {about.map((words) => (
                <span key={words} className="manage-list__small">
                  {words}
                </span>
              ))}
            </span>
            <span className="manage-list__does">
              <a href={href}>
                {QUESTIONS.change} <Of title={title} />
              </a>
              {at === 0 ? null : <Does name="up" value={id} words={QUESTIONS.up} of={title} />}
              {at === lines.length - 1 ? null : (
                <Does name="down" value={id} words={QUESTIONS.down} of={title} />
              )}
              <Does name="remove" value={id} words={QUESTIONS.remove} of={title} />
            </span>
          </li>
        ))}
      </ol>
    </form>
  );
}

const Does = ({
  name,
  value,
  words,
  of,
}: {
  readonly name: "up" | "down" | "remove";
  readonly value: string;
  readonly words: string;
  readonly of: string;
}) => (
  <Button type="submit" name={name} value={value} secondary small>
    {words} <Of title={of} />
  </Button>
);

const Of = ({ title }: { readonly title: string }) => (
  <span className="nhsuk-u-visually-hidden">“{title}”</span>
);
