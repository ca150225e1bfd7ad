import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WholePicture } from "~/components/lab/whole-picture";
import { CONSOLE, clockWords, PAGE_SEEN } from "~/content/lab/console";
import { PICTURES } from "~/content/lab/pictures";
import { momentsOf } from "~/domain/usability/moments";
import { permittedSession } from "~/domain/usability/results/permitted";
import { taggedIn } from "~/domain/usability/results/tagged";
import { useFrontDoor } from "~/front-door";
import { readSessionNow } from "~/usecases/lab/in-session";
import { keepsTyping } from "~/usecases/lab/record-pages";
import { picturesOf } from "~db/queries/lab-pictures";
import { inLab } from "./lab-access";
import { pictureOfPage } from "./pictures-of";
import { participantAt } from "./session-view";

export { consoleStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page === undefined ? "" : PAGE_SEEN.title(page.title) },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  inLab(context, request, "watch-sessions");
  const { onedoor, brand } = context;
  const participant = await participantAt(context, params.participant);
  const { study, session, record } = await readSessionNow(onedoor, onedoor.db.kysely, brand.id, participant);
  const moment = momentsOf(record).find(
    ({ event }) => event.kind === "page" && event.snapshot !== null && event.snapshot === params.page,
  );
  if (moment?.event.kind !== "page") throw new Response(null, { status: 404 });
  const { title, method, pattern, status, snapshot } = moment.event;
  const marked = taggedIn(
    permittedSession(study, { code: participant.id, variant: participant.variant, record }),
  );
  const stands = pictureOfPage(
    context,
    await picturesOf(onedoor.db.kysely, brand.id, [participant.id]),
    snapshot ?? "",
    marked.flatMap(({ id, page }) => (page?.snapshot === snapshot ? [id] : [])),
  );
  const place = study.tasks.findIndex(({ id }) => id === moment.task);
  return {
    code: participant.id,
    page: snapshot ?? "",
    title: title === "" ? PAGE_SEEN.untitled : title,
    picture: stands,
    typing: keepsTyping(study, session.permissions),
    facts: [
      [PAGE_SEEN.task, place < 0 ? "–" : CONSOLE.task(place + 1, study.tasks.length)],
      [PAGE_SEEN.when, moment.afterMs === null ? moment.at : clockWords(moment.afterMs)],
      [PAGE_SEEN.address, method === "POST" ? `${pattern}, ${PAGE_SEEN.sent}` : pattern],
      ...(status < 400 ? [] : [[PAGE_SEEN.status, PAGE_SEEN.wentWrong(status)] as const]),
    ] as const,
  };
}

/** Without scripts, forms or ways out; it may ask for our styles. */
const ITS_STYLES_ALONE = "allow-same-origin";

export default function PageSeen() {
  const { code, page, title, typing, facts, picture } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const alone = paths.labPageAsSent(code, page);
  return (
    <>
      <p>
        <a href={paths.labSession(code)}>{PAGE_SEEN.back}</a>
      </p>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{CONSOLE.title(code)}</span>
        {title}
      </h1>
      <dl className="page-seen__facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <WholePicture
        picture={picture}
        src={paths.labPicture(code, page)}
        alt={PICTURES.of([code, title, ...facts.slice(0, 2).map(([, value]) => value)].join(", "))}
      />
      <h2 className="nhsuk-heading-m">{PICTURES.page}</h2>
      <p>
        {PAGE_SEEN.how} {typing ? PAGE_SEEN.typingKept : PAGE_SEEN.typing}{" "}
        <a href={`${alone}?save`}>{PAGE_SEEN.save}</a>
      </p>
      <iframe className="page-seen__frame" sandbox={ITS_STYLES_ALONE} src={alone} title={PAGE_SEEN.frame} />
    </>
  );
}
