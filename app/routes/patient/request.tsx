import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { ButtonLink } from "~/components/form/button-link";
import { TaskList } from "~/components/request/task-list";
import { whenWords } from "~/content/deadlines";
import { neutralNameOf } from "~/content/sensitive";
import { BASKET, keptWords, SECTION_WORDS, SO_FAR } from "~/content/unfinished";
import { firstUnanswered } from "~/domain/journeys/journey";
import { sectionsOf } from "~/domain/journeys/sections";
import { useFrontDoor } from "~/front-door";
import { readAsking, serviceAskedFor } from "./asking";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${SO_FAR.title} – ${neutralNameOf(page.service)} – ${page.brandName}` : "Ask for care" },
];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

/** Where asking begins: the first question. What was begun already is shown in its sections, with what is done. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { brand, onedoor, patient, paths } = context;
  const service = serviceAskedFor(context, params.service);
  const { draft, answers, facts } = await readAsking(context, service);
  const next = paths.askStep(service.id, firstUnanswered(service, answers, facts) ?? "check");
  if (draft === undefined || Object.keys(answers).length === 0) throw redirect(next, 303);
  return {
    brandName: brand.name,
    service: { id: service.id, name: service.name, sensitive: service.sensitive === true },
    sensitive: service.sensitive === true,
    next,
    // Drafts keep real time.
    kept: keptWords(whenWords(draft.expiresAt, onedoor.clock()), patient !== null),
    tasks: sectionsOf(service, answers, facts).map(({ id, status, step }) => ({
      name: SECTION_WORDS[id],
      status,
      href: status === "later" ? null : paths.askStep(service.id, step),
    })),
  };
}

export default function Request() {
  const { service, next, kept, tasks } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  return (
    <>
      <BackLink href={paths.service(service.id)}>{SO_FAR.back}</BackLink>
      <div className="step">
        <p className="step__caption">{service.name}</p>
        <h1 className="nhsuk-heading-l">{SO_FAR.title}</h1>
        <TaskList tasks={tasks} />
        <ButtonLink href={next}>{SO_FAR.goOn}</ButtonLink>
        <h2 className="nhsuk-heading-m">{SO_FAR.later}</h2>
        <p>{kept}</p>
        <p>
          <a href={paths.basket()}>{BASKET.see}</a>
        </p>
      </div>
    </>
  );
}
