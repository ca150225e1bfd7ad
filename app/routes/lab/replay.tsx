import type { AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LabHead } from "~/components/lab/lab-head";
import { PictureOfPage } from "~/components/lab/results/picture-of-page";
import { SessionLine } from "~/components/lab/results/session-line";
import { Section } from "~/components/lab/section";
import { PICTURES } from "~/content/lab/pictures";
import { allowed, clockInWords, eventInWords, REPLAY, scaleQuestion } from "~/content/lab/replay";
import { secondsInWords } from "~/content/lab/results";
import { listInWords } from "~/domain/shared/in-words";
import { permittedSession } from "~/domain/usability/results/permitted";
import { type Happened, type PageShown, type ReplayPart, replayOf } from "~/domain/usability/results/replay";
import type { Study } from "~/domain/usability/study";
import { momentAnchor } from "~/lab-paths";
import { readLabRecord } from "~db/queries/lab-record";
import { readParticipant } from "~db/queries/participants";
import { readStudyVersion } from "~db/queries/studies";
import { notFound } from "../partner/partner-access";
import { inLab } from "./lab-access";
import { type PicturesHere, picturesHere } from "./pictures-of";
import { taskName } from "./results-tables";
import { headOf, studyAt } from "./study-here";

export { labResultsStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? "" }];

/** A session as it went, page by page, of what its participant allows. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = inLab(context, request, "watch-sessions");
  const { onedoor, brand } = context;
  const { kysely } = onedoor.db;
  const participant = await readParticipant(kysely, brand.id, params.participant ?? "");
  if (participant === undefined) throw notFound();
  const { id: code, studyId, version, variant } = participant;
  const [record, study, told] = await Promise.all([
    studyAt(context, studyId),
    readStudyVersion(kysely, brand.id, studyId, version),
    readLabRecord(kysely, brand.id, code),
  ]);
  if (study === undefined) throw notFound();
  const session = permittedSession(study, { code, variant, record: told });
  const { lastsMs, parts } = replayOf(session);
  const pictures = await picturesHere(context, [code]);
  const shown = parts.filter(({ pages }) => pages.length > 0);
  const moment = new URL(request.url).searchParams.get("moment");
  const first =
    shown.find((part) => marksIn(part).some(({ id }) => id === moment)) ??
    shown.find((part) => marksIn(part).length > 0) ??
    (shown.length === 1 ? shown[0] : undefined);
  return {
    title: REPLAY.title(code),
    head: headOf(record, viewer),
    of: REPLAY.of(study.name, study.variants.find(({ id }) => id === variant)?.name ?? variant),
    allows:
      session.permissions.size === 0 ? "" : REPLAY.allows(listInWords(allowed(session.permissions), "and")),
    noPages: session.permissions.size > 0 && !session.permissions.has("follow-pages"),
    lastsMs,
    line: shown.map((part) => ({
      name: partName(study, part),
      sinceMs: part.sinceMs,
      untilMs: part.untilMs,
      pages: part.pages.flatMap(({ page, sinceMs }) => (page === null ? [] : [sinceMs])),
      marks: marksIn(part).map(({ sinceMs }) => sinceMs),
    })),
    parts: shown.map((part) => ({
      name: partName(study, part),
      at: part.sinceMs,
      gist: REPLAY.gist(clockInWords(part.sinceMs), pagesIn(part), marksIn(part).length),
      // What was noted is what a session is looked at for, above all the moment that a link leads to. The others say in their
      // line how much there is.
      open: part === first,
      pages: part.pages.map((page) => pageShown(context, study, code, pictures, page)),
    })),
  };
}

const pagesIn = ({ pages }: ReplayPart): number => pages.filter(({ page }) => page !== null).length;
const marksIn = ({ pages }: ReplayPart): readonly Happened[] =>
  pages.flatMap(({ happened }) => happened).filter(({ event }) => event.kind === "tagged");

const partName = (study: Study, { task, isEnd }: ReplayPart): string => {
  const place = study.tasks.findIndex(({ id }) => id === task);
  if (place === -1) return isEnd ? REPLAY.end : REPLAY.before;
  return taskName(place, study.tasks[place]?.words ?? "");
};

function pageShown(
  { paths }: AppLoadContext,
  study: Study,
  code: string,
  pictures: PicturesHere,
  { id, page, sinceMs, stayedMs, happened }: PageShown,
) {
  const question = (asked: string) => {
    const own = study.questions.find((each) => each.id === asked);
    return { words: own?.words ?? scaleQuestion(asked), ofTruth: own?.kind === "comprehension" };
  };
  const lines = onceScrolled(happened).flatMap(({ id: event, sinceMs: at, event: what }) => {
    const words = eventInWords(what, question);
    return words === null
      ? []
      : [{ id: event, at: clockInWords(at), words, tag: what.kind === "tagged" ? what.tag : null }];
  });
  return {
    id,
    at: clockInWords(sinceMs),
    title: page?.title ?? null,
    address:
      page === null
        ? ""
        : [page.pattern, ...Object.values(page.values)].filter((part) => part !== "").join(" · "),
    stayed: REPLAY.stayed(secondsInWords(stayedMs / 1_000)),
    sent: page?.method === "POST",
    wrong: page === null || page.errors.length === 0 ? "" : REPLAY.wrong(page.errors.join(", ")),
    href: page?.snapshot == null ? null : paths.labPage(code, page.snapshot),
    picture: pictures.of(code, page?.snapshot, PICTURES.ofPage(page?.title ?? "", clockInWords(sinceMs))),
    lines,
  };
}

/** How far somebody saw down a page is said once. */
const onceScrolled = (happened: readonly Happened[]): readonly Happened[] => {
  const last = happened.findLastIndex(({ event }) => event.kind === "scroll");
  return happened.filter(({ event }, place) => event.kind !== "scroll" || place === last);
};

export default function ReplayPage() {
  const { title, head, of, allows, noPages, lastsMs, line, parts } = useLoaderData<typeof loader>();
  return (
    <>
      <LabHead title={title} study={head} />
      <p>{of}</p>
      {allows === "" ? null : <p>{allows}</p>}
      {noPages ? <p>{REPLAY.noPages}</p> : null}
      {parts.length === 0 ? (
        <p>{REPLAY.nothing}</p>
      ) : (
        <>
          <p className="lab-small">{REPLAY.intro}</p>
          <SessionLine lastsMs={lastsMs} parts={line} />
          <p className="lab-small">{REPLAY.timelineHow}</p>
        </>
      )}
      {parts.map(({ name, at, gist, open, pages }) => (
        <Section key={at} id={`part-${at}`} title={name} gist={gist} open={open}>
          <ol className="lab-replay">
            {pages.map((page) => (
              <li key={page.id}>
                <span className="lab-replay__at">{page.at}</span>
                <div>
                  <span className="lab-replay__page">{page.title ?? REPLAY.noPage}</span>
                  {page.title === null ? null : (
                    <span className="lab-replay__small">
                      {[page.address, page.stayed, ...(page.sent ? [REPLAY.asked] : [])].join(" · ")}
                    </span>
                  )}
                  {page.wrong === "" ? null : <span className="lab-replay__small">{page.wrong}</span>}
                  {page.picture === null ? null : <PictureOfPage picture={page.picture} />}
                  {page.href === null || page.picture !== null ? null : (
                    <a href={page.href} aria-label={PICTURES.ofPage(page.title ?? "", page.at)}>
                      {PICTURES.look}
                    </a>
                  )}
                  {page.lines.length === 0 ? null : (
                    <ul>
                      {page.lines.map((each) => (
                        <li key={each.id} id={each.tag === null ? undefined : momentAnchor(each.id)}>
                          <span className="lab-replay__at">{each.at}</span>{" "}
                          <span
                            className={
                              each.tag === null
                                ? undefined
                                : `lab-replay__tag${each.tag === "problem" ? " lab-replay__tag--problem" : ""}`
                            }
                          >
                            {each.words}
                          </span>
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
}
