import { STAGE } from "~/content/board/stage";
import type { StoryWords } from "~/content/board/stories";
import type { StoryId } from "~/domain/stage/story";

/** A story that can be started. */
export function StoryCard({
  id,
  words,
  steps,
  action,
}: {
  readonly id: StoryId;
  readonly words: StoryWords;
  readonly steps: number;
  readonly action: string;
}) {
  return (
    <li className="stage-story">
      <h3 className="stage-story__title">{words.title}</h3>
      <p>{words.about}</p>
      <p className="stage-story__small">{STAGE.minutes(steps)}</p>
      <form method="post" action={action}>
        <input type="hidden" name="story" value={id} />
        <button type="submit" className="stage-button">
          {STAGE.start}
          <span className="nhsuk-u-visually-hidden"> {words.title}</span>
        </button>
      </form>
    </li>
  );
}
