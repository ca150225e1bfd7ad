import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { ErrorSummary } from "~/components/form/error-summary";
import { WeekForm } from "~/components/work/week-form";
import { WeekReview } from "~/components/work/week-review";
import { momentWords } from "~/content/deadlines";
import { REVIEW, WEEK, WEEK_ERRORS } from "~/content/diary-week";
import { may } from "~/domain/access/may";
import type { SlotChanges } from "~/domain/directory/slot-changes";
import { bookableUntil } from "~/domain/directory/slot-times";
import { localDate } from "~/domain/shared/time";
import { patternMark, setPattern } from "~/usecases/set-pattern";
import { type DiarySlot, timesGiven } from "~db/queries/diary";
import { diariesOf, exceptionsOf, holidaysAhead } from "./diary-of";
import { atWork, notFound, organisationHere } from "./partner-access";
import { readWeek, typedOf } from "./week-form";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${WEEK.title}: ${page.name}` : WEEK.title },
];

/** The offer that an address names, of an organisation whose diary the person keeps. */
function weekHere(context: AppLoadContext, request: Request) {
  const viewer = atWork(context, request);
  const query = new URL(request.url).searchParams;
  const organisationId = organisationHere(viewer, query.get("organisation"), "keep-diary");
  if (organisationId === undefined || !may(viewer, "keep-diary", organisationId))
    throw new Response(null, { status: 403 });
  const found = diariesOf(context, organisationId).find(({ offer }) => offer.id === query.get("offer"));
  if (found === undefined) throw notFound();
  return { viewer, organisationId, ...found };
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { paths, now } = context;
  const { organisationId, offer, name } = weekHere(context, request);
  const here = { organisation: organisationId, offer: offer.id };
  return {
    name,
    back: paths.partnerDiary(here),
    action: paths.partnerDiaryWeek(here),
    seen: patternMark(offer),
    typed: typedOf(offer.slots),
    exceptions: exceptionsOf(offer.slots, now),
    holidays: holidaysAhead(context, bookableUntil(now)),
  };
}

/** Says what a changed week comes to; and, once that was seen, changes it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths, now } = context;
  const { viewer, organisationId, offer } = weekHere(context, request);
  const form = await request.formData();
  const intent = form.get("intent");
  const read = readWeek(form, offer.slots, localDate(now));
  const { typed } = read;
  if (intent === "edit") return data({ typed, errors: [], review: null });
  if (!read.ok) return data({ typed, errors: read.errors, review: null }, { status: 400 });
  const { accountId, name } = viewer;
  const result = await setPattern(
    onedoor,
    brand.id,
    { kind: "partner", organisationId, accountId, name },
    { offerId: offer.id, pattern: read.pattern, seen: typed.text.seen ?? "" },
    { dryRun: intent !== "save" },
  );
  switch (result.kind) {
    case "done":
      if (intent !== "save")
        return data({ typed, errors: [], review: await reviewOf(context, offer.id, result.changes) });
      return redirect(
        paths.partnerDiary({ organisation: organisationId, offer: offer.id, done: "week" }),
        303,
      );
    case "changed":
      return data(
        { typed: null, errors: [{ field: "minutes", message: WEEK_ERRORS.changed }], review: null },
        { status: 409 },
      );
    case "faulty":
      return data(
        { typed, errors: result.reasons.map((message) => ({ field: "minutes", message })), review: null },
        { status: 409 },
      );
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

async function reviewOf(
  { onedoor, brand, paths, now }: AppLoadContext,
  offerId: string,
  { goes, made, stays }: SlotChanges<DiarySlot>,
) {
  const span = { from: now, until: bookableUntil(now) };
  const given = await timesGiven(onedoor.db.kysely, brand.id, [offerId], span);
  return {
    goes: goes.length,
    made: made.length,
    stays: stays.map(({ id, startsAt, standing, blockedWhy, fulfilmentId }) => {
      const whom = given.find((one) => one.fulfilmentId === fulfilmentId);
      return {
        id,
        time: momentWords(startsAt, now),
        href: fulfilmentId === null ? null : paths.partnerFulfilment(fulfilmentId),
        words:
          standing === "blocked"
            ? REVIEW.blocked(blockedWhy ?? "")
            : whom
              ? `${whom.person}, ${whom.reference}`
              : REVIEW.held,
      };
    }),
  };
}

export default function DiaryWeek() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? { typed: null, errors: [], review: null };
  const typed = sent.typed ?? page.typed;
  return (
    <>
      <BackLink href={page.back}>{WEEK.back}</BackLink>
      <ErrorSummary errors={sent.errors} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.name}</span>
        {sent.review === null ? WEEK.title : REVIEW.title}
      </h1>
      {sent.review === null ? (
        <WeekForm {...page} typed={typed} errors={sent.errors} />
      ) : (
        <WeekReview action={page.action} typed={typed} review={sent.review} />
      )}
    </>
  );
}
