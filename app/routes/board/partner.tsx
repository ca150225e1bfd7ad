import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BoardHead } from "~/components/board/board-head";
import { LeavingForm, LeavingResult, type LeavingShown } from "~/components/board/leaving";
import { MemberFacts, MemberOffers } from "~/components/board/one-member";
import { ErrorSummary } from "~/components/form/error-summary";
import { fieldsOf } from "~/components/manage/typed";
import { BOUND_WORDS, boundMeans, countInWords, LEAVING, MEMBER, MEMBERS } from "~/content/board/partners";
import { KIND_WORDS } from "~/content/manage/partners";
import { type Member, POPULATION, peopleOf, type Without } from "~/domain/directory/members";
import type { Offer, Organisation } from "~/domain/directory/types";
import { dateInWords, modesInWords, sentence } from "~/domain/shared/in-words";
import { useFrontDoor } from "~/front-door";
import { askIfItLeft, type WorkShared } from "~/usecases/ask-if-it-left";
import { organisationAt } from "../manage/here";
import { readForm } from "../read-form";
import { inBoardRoom } from "./board-access";
import { membersNow, seatsByMember, shareInWords } from "./partners-of";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name ?? MEMBERS.title }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const organisation = organisationAt(context, params.organisation);
  const members = membersNow(context);
  const member = members.find((one) => one.organisation.id === organisation.id);
  const sits = (await seatsByMember(context)).get(organisation.id) ?? [];
  return {
    id: organisation.id,
    name: organisation.name,
    facts: factsOf(organisation, member, { all: peopleOf(members), sits }),
    returnTicket: member?.partnership.returnTicket ?? "",
    offers: offersOf(context, organisation.id, members),
    isMember: member !== undefined,
  };
}

const factsOf = (
  { kind, odsCode, listSize }: Organisation,
  member: Member | undefined,
  { all, sits }: { readonly all: number; readonly sits: readonly string[] },
) => {
  const { partnership, lead, leads = [] } = member ?? {};
  const arrangement = partnership?.arrangement;
  const date = (day: string | null | undefined) => (day == null ? "" : dateInWords(day));
  return {
    kind: [KIND_WORDS[kind], odsCode ?? ""].filter(Boolean).join(", "),
    arrangement:
      arrangement === undefined
        ? ""
        : [`${BOUND_WORDS[arrangement].label}.`, boundMeans(arrangement, kind)].join(" "),
    lead: lead?.name ?? "",
    answersFor: leads.map(({ name }) => name).join(", "),
    since: date(partnership?.startsOn),
    until: date(partnership?.endsOn),
    suspended: date(partnership?.suspendedFrom),
    list:
      listSize === null
        ? ""
        : MEMBER.list(listSize.patients, shareInWords(listSize.patients, all), dateInWords(listSize.asOf)),
    seat: sits.length === 0 ? MEMBERS.noSeat : sits.join(", "),
  };
};

/** What it gives that is open, a line for each service: where and how, and whether no other partner gives it. */
function offersOf({ directory }: AppLoadContext, id: string, members: readonly Member[]) {
  const others = new Set(members.map(({ organisation }) => organisation.id).filter((other) => other !== id));
  const givesToo = ({ organisationId, role, status }: Offer) =>
    others.has(organisationId) && role === "provider" && status === "open";
  const lines = new Map<string, { ways: string[]; provides: boolean }>();
  for (const { serviceId, locationId, modes, role, status } of directory.offersBy(id)) {
    if (status !== "open") continue;
    const place = locationId === null ? undefined : directory.location(locationId)?.name;
    const line = lines.get(serviceId) ?? { ways: [], provides: false };
    line.ways.push(sentence([place ?? "", modesInWords(modes)].filter(Boolean).join(", ")));
    line.provides ||= role === "provider";
    lines.set(serviceId, line);
  }
  return [...lines]
    .map(([serviceId, { ways, provides }]) => ({
      id: serviceId,
      service: directory.service(serviceId)?.name ?? serviceId,
      where: ways.sort(),
      alone: provides && !directory.offersOf(serviceId).some(givesToo),
    }))
    .sort((a, b) => a.service.localeCompare(b.service));
}

const Asked = z.object({ openWork: z.enum(["reroute", "finish"], { error: LEAVING.notAsked }) });

/** Says what would come of its leaving; nothing is changed. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  inBoardRoom(context, request);
  const organisation = organisationAt(context, params.organisation);
  const read = readForm(Asked, await request.formData());
  if (!read.ok) return data({ sent: read.sent, shown: null }, { status: 400 });
  const { onedoor, brand } = context;
  const { openWork } = read.value;
  const told = await askIfItLeft(onedoor, brand.id, { organisationId: organisation.id, openWork });
  if (told.kind === "refused") {
    const errors = [{ field: "openWork", message: LEAVING.gone }];
    return data({ sent: { typed: read.typed, errors }, shown: null }, { status: 409 });
  }
  const shown: LeavingShown = {
    title: LEAVING.chosen(openWork),
    lines: linesOf(told.without, organisation),
    nobody: servicesNamed(context, told.without.nobodyGives),
    one: servicesNamed(context, told.without.oneGives),
    work: workOf(context, told.work),
  };
  return data({ sent: { typed: read.typed, errors: [] }, shown });
}

const linesOf = ({ gone, listGone, listLeft }: Without, { id }: Organisation): readonly string[] => {
  const along = gone.filter((one) => one.id !== id).map(({ name }) => name);
  return [
    ...(along.length > 0 ? [LEAVING.along(along)] : []),
    listGone > 0 ? LEAVING.list(listGone, listLeft) : LEAVING.noList,
    ...(listGone > 0 && listLeft < POPULATION.least ? [LEAVING.listTooFew(POPULATION.least)] : []),
  ];
};

const servicesNamed = ({ directory }: AppLoadContext, ids: readonly string[]): readonly string[] =>
  ids.map((id) => directory.service(id)?.name ?? id).sort((a, b) => a.localeCompare(b));

function workOf({ directory }: AppLoadContext, work: WorkShared): LeavingShown["work"] {
  const { has, toPartners, toDesk, toPatients, kept, told } = work;
  if (has === 0) return null;
  const rows = [
    ...toPartners.map(({ organisationId, count }) => ({
      id: organisationId,
      to: directory.organisation(organisationId)?.name ?? organisationId,
      count,
    })),
    { id: "desk", to: LEAVING.toDesk, count: toDesk },
    { id: "patients", to: LEAVING.toPatients, count: toPatients },
    { id: "kept", to: LEAVING.kept, count: kept },
  ];
  return {
    rows: rows.filter(({ count }) => count !== 0).map((row) => ({ ...row, count: countInWords(row.count) })),
    all: countInWords(has),
    told: LEAVING.told(told),
    few: has === null || rows.some(({ count }) => count === null),
  };
}

export default function Partner() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  const fields = fieldsOf(answer?.sent ?? null, { openWork: "reroute" });
  return (
    <>
      <ErrorSummary errors={answer?.sent?.errors ?? []} />
      <BoardHead at="partners" title={page.name} />
      {answer?.shown ? <LeavingResult {...answer.shown} /> : null}
      <MemberFacts facts={page.facts} returnTicket={page.returnTicket} />
      {page.isMember ? (
        <LeavingForm name={page.name} action={paths.boardPartner(page.id)} fields={fields} />
      ) : null}
      <MemberOffers offers={page.offers} />
      <p className="no-print">
        <a href={paths.boardPartners()}>{MEMBER.back}</a>
      </p>
    </>
  );
}
