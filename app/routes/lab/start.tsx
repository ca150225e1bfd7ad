import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/form/button-link";
import { LabHead } from "~/components/lab/lab-head";
import { LAB, stateInWords } from "~/content/lab/studies";
import { mayInLab } from "~/domain/access/lab";
import { hasLeft } from "~/domain/usability/session";
import { useFrontDoor } from "~/front-door";
import { countParticipants, whoTakesPart } from "~db/queries/participants";
import { readStudies, type StudyRecord } from "~db/queries/studies";
import { inLab } from "./lab-access";

export { labStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: LAB.title }];

const NOBODY = { asked: 0, "taking-part": 0, over: 0 };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = inLab(context, request, "watch-sessions");
  const { onedoor, brand, paths } = context;
  const [studies, counts, begun] = await Promise.all([
    readStudies(onedoor.db.kysely, brand.id),
    countParticipants(onedoor.db.kysely, brand.id),
    whoTakesPart(onedoor.db.kysely, brand.id),
  ]);
  const isLeft = ({ lastAt }: (typeof begun)[number]) => hasLeft(lastAt, onedoor.clock());
  const left = begun.filter(isLeft);
  const toSee = ({ id, studyId }: (typeof begun)[number]) => ({
    id,
    study: nameOf(studyId),
    href: paths.labSession(id),
  });
  const makes = mayInLab(viewer, "make-studies");
  const runs = mayInLab(viewer, "run-sessions");
  const nameOf = (studyId: string) => studies.find(({ id }) => id === studyId)?.draft.name ?? studyId;
  const next = (study: StudyRecord): { readonly words: string; readonly href: string } | null => {
    const { id, state, draft } = study;
    const { asked } = counts.get(id) ?? NOBODY;
    if (state === "draft") return makes ? { words: LAB.toOpen(draft.name), href: paths.labStudy(id) } : null;
    if (state !== "open" || !runs) return null;
    const words = asked > 0 ? LAB.waiting(draft.name, asked) : LAB.toAsk(draft.name);
    return { words, href: paths.labParticipants(id) };
  };
  return {
    makes,
    now: begun.filter((each) => !isLeft(each)).map(toSee),
    left: left.map(toSee),
    next: studies.flatMap((study) => next(study) ?? []),
    studies: studies.map(({ id, state, version, draft }) => ({
      id,
      name: draft.name,
      href: paths.labStudy(id),
      state: stateInWords(state, version),
      counts:
        version === 0
          ? ""
          : LAB.counts({
              ...(counts.get(id) ?? NOBODY),
              left: left.filter(({ studyId }) => studyId === id).length,
            }),
    })),
  };
}

export default function Lab() {
  const { makes, now, left, next, studies } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  return (
    <>
      <LabHead title={LAB.title} />
      <p>{LAB.intro}</p>
      <h2 className="nhsuk-heading-m">{LAB.now}</h2>
      {now.length === 0 ? <p>{LAB.nobodyNow}</p> : null}
      <Sessions label={LAB.now} sessions={now} />
      {left.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-m">{LAB.left}</h2>
          <p>{LAB.leftHow}</p>
          <Sessions label={LAB.left} sessions={left} />
        </>
      )}
      <h2 className="nhsuk-heading-m">{LAB.next}</h2>
      {next.length === 0 ? <p>{LAB.nothingNext}</p> : null}
      <ul className="manage-list" aria-label={LAB.next}>
        {next.map(({ words, href }) => (
          <li key={href}>
            <span className="manage-list__name">
              <a href={href}>{words}</a>
            </span>
          </li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m">{LAB.studies}</h2>
      {studies.length === 0 ? <p>{LAB.none}</p> : null}
      <ul className="manage-list" aria-label={LAB.studies}>
        {studies.map(({ id, name, href, state, counts }) => (
          <li key={id}>
            <span className="manage-list__name">
              <a href={href}>{name}</a>
              {counts === "" ? null : <span className="manage-list__small">{counts}</span>}
            </span>
            <span>{state}</span>
          </li>
        ))}
      </ul>
      {makes ? <ButtonLink href={paths.labStudyNew()}>{LAB.make}</ButtonLink> : null}
    </>
  );
}

interface ToSee {
  readonly id: string;
  readonly study: string;
  readonly href: string;
}

const Sessions = ({ label, sessions }: { readonly label: string; readonly sessions: readonly ToSee[] }) => (
  <ul className="manage-list" aria-label={label}>
    {sessions.map(({ id, study, href }) => (
      <li key={id}>
        <span className="manage-list__name">
          <a href={href}>{LAB.participant(id)}</a>
          <span className="manage-list__small">{study}</span>
        </span>
      </li>
    ))}
  </ul>
);
