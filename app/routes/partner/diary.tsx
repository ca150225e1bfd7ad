import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "~/components/form/error-summary";
import { BlockDays, DiaryTop, GiveTime, KeepTimes } from "~/components/work/diary-forms";
import { DiaryGrid } from "~/components/work/diary-grid";
import { WorkHead } from "~/components/work/work-head";
import { momentWords } from "~/content/deadlines";
import { DIARY, diaryDoneWords, goneWords } from "~/content/diary";
import { plainDayWords } from "~/content/times";
import { may } from "~/domain/access/may";
import { daysFrom, localDate } from "~/domain/shared/time";
import { auditRead } from "~/usecases/audit";
import { blockTimes, openTimes } from "~/usecases/block-times";
import { diaryForm } from "./diary-form";
import { movingOf } from "./diary-move";
import { diariesOf, diaryOf } from "./diary-of";
import { mondayOf, readDiaryQuery } from "./diary-query";
import { NoMembership } from "./no-membership";
import { atWork, notFound, organisationHere, readerOf } from "./partner-access";
import { placesOf } from "./places";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "diary" ? `${DIARY.title}: ${page.organisation.name}` : DIARY.title },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, paths, now } = context;
  const viewer = atWork(context, request);
  const query = new URL(request.url).searchParams;
  const organisationId = organisationHere(viewer, query.get("organisation"), "see-work");
  if (organisationId === undefined)
    return data({ kind: "no-membership" as const, name: viewer.name }, { status: 403 });
  const organisation = directory.organisation(organisationId);
  if (organisation === undefined) throw notFound();
  const asked = readDiaryQuery(query, localDate(now));
  const moving = await movingOf(context, viewer, organisationId, asked.move);
  const all = diariesOf(context, organisationId);
  const wanted = moving?.kind === "moves" ? moving.offerId : asked.offer;
  const one = all.find(({ offer }) => offer.id === wanted);
  if (wanted !== "" && one === undefined) throw notFound();
  const shown = one ? [one] : asked.days === 7 ? all.slice(0, 1) : all;
  const [first] = shown;
  const answers = may(viewer, "answer", organisationId);
  const keeps = may(viewer, "keep-diary", organisationId);
  const { references, ...diary } = await diaryOf(context, shown, asked, organisationId, answers);
  await auditRead(onedoor, brand.id, {
    who: readerOf(viewer, organisationId),
    action: "listed",
    subject: organisationId,
    detail: { references },
  });
  const here = { organisation: organisationId, move: moving?.kind === "moves" ? asked.move : "" };
  const offer = shown.length === 1 ? first?.offer.id : undefined;
  const at = (day: string) =>
    paths.partnerDiary({ ...here, offer, ...(asked.days === 7 ? { week: day } : { day }) });
  const dayWords = plainDayWords(asked.from, now);
  return {
    kind: "diary" as const,
    organisation: { id: organisation.id, name: organisation.name, mark: organisation.mark },
    places: await placesOf(context, viewer, organisationId, "diary"),
    ...diary,
    moving,
    top: {
      heading: asked.days === 7 ? DIARY.weekOf(dayWords) : offer ? dayWords : DIARY.allOn(dayWords),
      name: shown.length === 1 ? (first?.name ?? "") : "",
      offers: all.map((each) => ({ value: each.offer.id, label: each.name })),
      offer: offer ?? "",
      week: asked.days === 7,
      from: asked.from,
      earlier: at(daysFrom(asked.from, -asked.days)),
      later: at(daysFrom(asked.from, asked.days)),
      now: at(asked.days === 7 ? mondayOf(localDate(now)) : localDate(now)),
      organisation: organisationId,
      setWeek:
        keeps && offer !== undefined && moving?.kind !== "moves"
          ? paths.partnerDiaryWeek({ organisation: organisationId, offer })
          : null,
    },
    keeps: keeps && offer !== undefined && moving?.kind !== "moves" && diary.hasDiary,
    action: paths.partnerDiary({
      organisation: organisationId,
      offer,
      ...(asked.days === 7 ? { week: asked.from } : { day: asked.from }),
    }),
    done: diaryDoneWords(asked.done, asked.count, asked.left),
  };
}

/** Blocks times of one service, or opens them again, and goes back to where they stand. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths, now } = context;
  const viewer = atWork(context, request);
  const query = new URL(request.url).searchParams;
  const organisationId = organisationHere(viewer, query.get("organisation"), "keep-diary");
  if (organisationId === undefined || !may(viewer, "keep-diary", organisationId))
    throw new Response(null, { status: 403 });
  const asked = readDiaryQuery(query, localDate(now));
  const read = diaryForm(await request.formData(), localDate(now));
  if (!read.ok) return data({ typed: read.typed, errors: read.errors }, { status: 400 });
  const { accountId, name } = viewer;
  const actor = { kind: "partner" as const, organisationId, accountId, name };
  const { todo, typed } = read;
  const result =
    todo.kind === "open"
      ? await openTimes(onedoor, brand.id, actor, { offerId: asked.offer, slotIds: todo.slotIds })
      : await blockTimes(onedoor, brand.id, actor, { offerId: asked.offer, why: todo.why, ...todo.which });
  switch (result.kind) {
    case "done":
      return redirect(
        paths.partnerDiary({
          organisation: organisationId,
          offer: asked.offer,
          ...(asked.days === 7 ? { week: asked.from } : { day: asked.from }),
          done: todo.kind === "open" ? "opened" : "blocked",
          count: String(result.count),
          left: String(result.left),
        }),
        303,
      );
    case "gone": {
      const message = goneWords(result.startsAt.map((at) => momentWords(at, now)));
      return data({ typed, errors: [{ field: "times", message }] }, { status: 409 });
    }
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

export default function Diary() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? { typed: { text: {}, ticked: [] }, errors: [] };
  if (page.kind === "no-membership") return <NoMembership name={page.name} />;
  const { moving, columns } = page;
  const grid = columns.length === 0 ? <p className="empty-note">{DIARY.noTimes}</p> : null;
  return (
    <>
      <ErrorSummary errors={sent.errors} />
      <WorkHead organisation={page.organisation} places={page.places} />
      {page.top.offers.length === 0 ? (
        <p className="empty-note">{DIARY.noOffers}</p>
      ) : (
        <>
          <DiaryTop {...page.top} done={page.done} counts={page.counts} />
          {page.hasDiary ? null : <p className="empty-note">{DIARY.noWeek}</p>}
          {moving === null ? null : (
            <GiveTime moving={moving}>
              {grid ?? <DiaryGrid columns={columns} use={{ kind: "give" }} />}
            </GiveTime>
          )}
          {moving?.kind !== "moves" && !page.keeps
            ? (grid ?? <DiaryGrid columns={columns} use={{ kind: "look" }} />)
            : null}
          {page.keeps ? (
            <>
              <KeepTimes action={page.action} {...sent}>
                {grid ?? <DiaryGrid columns={columns} use={{ kind: "tick", ticked: sent.typed.ticked }} />}
              </KeepTimes>
              <BlockDays action={page.action} {...sent} />
            </>
          ) : null}
        </>
      )}
    </>
  );
}
