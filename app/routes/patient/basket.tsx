import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/form/button-link";
import { UnfinishedList } from "~/components/request/unfinished-list";
import { BASKET } from "~/content/unfinished";
import { byPerson } from "~/domain/journeys/basket";
import { useFrontDoor } from "~/front-door";
import { unfinishedOf } from "./unfinished";

export const meta: MetaFunction = () => [{ title: BASKET.title }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

/** Everything that is asked for and not sent, by whom it is for: what is ready of a person's goes off as one request. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { paths } = context;
  return {
    people: byPerson(await unfinishedOf(context)).map((drafts) => {
      const ready = drafts.filter((draft) => draft.ready);
      return {
        title: BASKET.forWhom(drafts[0]?.line.person ?? null),
        lines: drafts.map(({ line }) => ({ ...line, person: null })),
        send: ready[0]
          ? {
              href: paths.askStep(ready[0].serviceId, "check", { together: ready[1] ? "1" : undefined }),
              words: BASKET.send(ready.length),
            }
          : null,
      };
    }),
  };
}

export default function Basket() {
  const { people } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  return (
    <div className="step">
      <h1 className="nhsuk-heading-l">{BASKET.title}</h1>
      <p>{people.length === 0 ? BASKET.empty : BASKET.lead}</p>
      {people.map(({ title, lines, send }, index) => (
        <div key={lines[0]?.draftId}>
          <UnfinishedList title={title} id={`basket-${index}`} items={lines} action={paths.requests()} />
          {send ? <ButtonLink href={send.href}>{send.words}</ButtonLink> : null}
        </div>
      ))}
      <p>
        <a href={paths.services({ view: "a-to-z" })}>{people.length === 0 ? BASKET.find : BASKET.more}</a>
      </p>
    </div>
  );
}
