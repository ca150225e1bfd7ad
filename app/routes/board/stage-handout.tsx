import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { BackLink, Button } from "nhsuk-react-components";
import { PageModule } from "~/components/page-module";
import { STAGE } from "~/content/board/stage";
import { STORY_WORDS } from "~/content/board/stories";
import { STORIES } from "~/domain/stage/stories";
import { useFrontDoor } from "~/front-door";
import { byTheStage } from "./stage-access";

export { stageStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: STAGE.handoutTitle }];

export function loader({ context, request }: LoaderFunctionArgs) {
  byTheStage(context, request);
  return null;
}

export default function Handout() {
  const { paths } = useFrontDoor();
  return (
    <>
      <BackLink href={paths.boardStage()}>{STAGE.pop}</BackLink>
      <h1 className="nhsuk-heading-l">{STAGE.handoutTitle}</h1>
      <p className="stage-handout__screen">{STAGE.handoutLead}</p>
      <div className="stage-handout__screen">
        <Button type="button" hidden data-print="">
          {STAGE.print}
        </Button>
      </div>
      {STORIES.map(({ id, steps }) => {
        const words = STORY_WORDS[id];
        return (
          <section key={id} className="stage-handout" aria-labelledby={`handout-${id}`}>
            <h2 className="nhsuk-heading-m" id={`handout-${id}`}>
              {words.title}
            </h2>
            <p>{words.about}</p>
            <ol className="stage-handout__steps">
              {steps.map((step) => {
                const told = words.steps[step.id];
                return told === undefined ? null : (
                  <li key={step.id}>
                    <h3 className="stage-handout__title">{told.title}</h3>
                    <p className="stage-handout__look">{told.look}</p>
                    {told.say.map((line) => (
                      <p key={line}>{line}</p>
                    ))}
                  </li>
                );
              })}
            </ol>
            <p className="stage-handout__point">
              <strong>{STAGE.point}:</strong> {words.point}
            </p>
          </section>
        );
      })}
      <PageModule name="print" />
    </>
  );
}
