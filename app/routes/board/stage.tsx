import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BoardHead } from "~/components/board/board-head";
import { StoryCard } from "~/components/board/stage/story-card";
import { ErrorSummary } from "~/components/form/error-summary";
import { STAGE } from "~/content/board/stage";
import { STORY_WORDS } from "~/content/board/stories";
import { localDate } from "~/domain/shared/time";
import { STORIES } from "~/domain/stage/stories";
import { STORY_IDS, type Story } from "~/domain/stage/story";
import { isToldHere } from "~/domain/stage/told-here";
import { useFrontDoor } from "~/front-door";
import { beginStory } from "~/usecases/stage/play";
import { keepWorldsReady } from "~/usecases/stage/worlds";
import { readPerson } from "~db/queries/people";
import { byTheStage } from "./stage-access";
import { sitDown } from "./stage-scene";

export { stageStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: STAGE.title }];

/** Whoever looks at the stories is about to show one: worlds are made for them meanwhile. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  byTheStage(context, request);
  const stories = await storiesHere(context);
  if (stories.length > 0) await keepWorldsReady(context.onedoor, context.brand.id);
  return { stories: stories.map(({ id, steps }) => ({ id, steps: steps.length })) };
}

const Begin = z.object({ story: z.enum(STORY_IDS) });

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = byTheStage(context, request);
  const asked = Begin.safeParse(Object.fromEntries(await request.formData()));
  const here = await storiesHere(context);
  const story = here.find(({ id }) => id === asked.data?.story);
  if (story === undefined) return data({ message: STAGE.noSuch }, { status: 400 });
  const stage = await beginStory(context.onedoor, context.brand.id, viewer, story.id);
  await sitDown(context, stage);
  return redirect(context.paths.boardStageShow(stage.id), 303);
}

/** The stories that can be told here: this brand has whom and what they are about. */
async function storiesHere({
  onedoor,
  brand,
  directory,
  now,
}: LoaderFunctionArgs["context"]): Promise<readonly Story[]> {
  const known = await Promise.all(
    STORIES.map(async (story) => {
      if (!isToldHere(story, directory, localDate(now))) return [];
      const person = await readPerson(onedoor.db.kysely, brand.id, story.person);
      return person?.accountId == null ? [] : [story];
    }),
  );
  return known.flat();
}

export default function Stage() {
  const { stories } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  return (
    <>
      {failed ? <ErrorSummary errors={[{ field: "stories", message: failed.message }]} /> : null}
      <BoardHead at="stage" title={STAGE.title} />
      <p>{STAGE.lead}</p>
      <p>{STAGE.how}</p>
      <h2 className="nhsuk-heading-m" id="stories">
        {STAGE.stories}
      </h2>
      {stories.length === 0 ? <p>{STAGE.none}</p> : null}
      <ul className="stage-stories" aria-labelledby="stories">
        {stories.map(({ id, steps }) => (
          <StoryCard key={id} id={id} words={STORY_WORDS[id]} steps={steps} action={paths.boardStage()} />
        ))}
      </ul>
      {stories.length === 0 ? null : (
        <p>
          <a href={paths.boardStageHandout()}>{STAGE.handout}</a>
        </p>
      )}
    </>
  );
}
