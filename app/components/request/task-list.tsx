import { STATUS_WORDS } from "~/content/unfinished";
import type { SectionStatus } from "~/domain/journeys/sections";

export interface Task {
  readonly name: string;
  readonly status: SectionStatus;
  /** Null while it cannot be started. */
  readonly href: string | null;
}

/** The sections of a request, what is done of them, and the way into each. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ul className="tasks">
      {tasks.map(({ name, status, href }) => (
        <li key={name} className="tasks__task">
          <span>{href === null ? name : <a href={href}>{name}</a>}</span>
          <span className={`tasks__status tasks__status--${status}`}>{STATUS_WORDS[status]}</span>
        </li>
      ))}
    </ul>
  );
}
