import type { AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Details } from "nhsuk-react-components";
import { BoardHead } from "~/components/board/board-head";
import { ListsPicture, ListsTable } from "~/components/board/lists-picture";
import { type MemberLine, MemberList } from "~/components/board/member-list";
import { MemberTable, type MemberTableRow } from "~/components/board/member-table";
import { BOUND_WORDS, COVERED, MEMBERS } from "~/content/board/partners";
import { KIND_WORDS } from "~/content/manage/partners";
import { ORGANISATION_KINDS } from "~/domain/directory/kinds";
import { type Member, POPULATION } from "~/domain/directory/members";
import type { Arrangement } from "~/domain/directory/types";
import { dateInWords } from "~/domain/shared/in-words";
import { useFrontDoor } from "~/front-door";
import { inBoardRoom } from "./board-access";
import { listsOf, membersNow, seatsByMember } from "./partners-of";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: MEMBERS.title }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const members = membersNow(context);
  const seats = await seatsByMember(context);
  const lineOf = memberLine(
    context,
    seats,
    new Map(members.map((member) => [member.organisation.id, member])),
  );
  return {
    lists: listsOf(members),
    // Who is led stands under who leads it, which is a member too or the other one is none.
    ...foldedByKind(members.filter(({ lead }) => lead === null).map((member) => [member, lineOf(member)])),
    bound: boundOf(members),
    brandSeat: seats.get("") ?? [],
  };
}

/** More lines than these are no page that anybody reads to its end: they are folded by what the partner is. */
const MOST_UNFOLDED = 60;

function foldedByKind(all: readonly (readonly [Member, MemberLine])[]) {
  if (all.length <= MOST_UNFOLDED) return { lines: all.map(([, line]) => line), kinds: [] };
  const kinds = ORGANISATION_KINDS.flatMap((kind) => {
    const members = all.flatMap(([{ organisation }, line]) => (organisation.kind === kind ? [line] : []));
    return members.length === 0
      ? []
      : [{ kind, label: MEMBERS.ofKind(KIND_WORDS[kind], members.length), members }];
  });
  return { lines: [], kinds };
}

/** How many are bound in each way; those in which nobody is are left out. */
const boundOf = (members: readonly Member[]): readonly MemberTableRow[] =>
  (Object.keys(BOUND_WORDS) as Arrangement[]).flatMap((arrangement) => {
    const many = members.filter(({ partnership }) => partnership.arrangement === arrangement).length;
    const { label, means } = BOUND_WORDS[arrangement];
    return many === 0 ? [] : [{ id: arrangement, cells: [label, String(many)], small: means }];
  });

/** A line of each member, with the lines of those that it answers for. */
function memberLine(
  { directory, paths }: AppLoadContext,
  seats: ReadonlyMap<string, readonly string[]>,
  byId: ReadonlyMap<string, Member>,
): (member: Member) => MemberLine {
  const line = ({ organisation, partnership, standing, leads }: Member): MemberLine => {
    const { id, name, mark, listSize } = organisation;
    const sits = seats.get(id) ?? [];
    return {
      id,
      name,
      mark,
      href: paths.boardPartner(id),
      about: [
        MEMBERS.since(BOUND_WORDS[partnership.arrangement].label, dateInWords(partnership.startsOn)),
        ...(standing === "suspended" ? [MEMBERS.suspended] : []),
        ...(listSize === null ? [] : [MEMBERS.list(listSize.patients)]),
        ...(leads.length > 0 ? [MEMBERS.answersFor(leads.map(({ shortName }) => shortName))] : []),
      ],
      offers: MEMBERS.offers(directory.offersBy(id).filter(({ status }) => status === "open").length),
      seat: sits.length === 0 ? "" : MEMBERS.seat(sits),
      leads: leads.flatMap((led) => [byId.get(led.id) ?? []].flat().map(line)),
    };
  };
  return line;
}

export default function Partners() {
  const { lists, lines, kinds, bound, brandSeat } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const { people } = lists;
  const { least } = POPULATION;
  return (
    <>
      <BoardHead at="partners" title={MEMBERS.title} />
      <p>{MEMBERS.intro}</p>
      <section aria-labelledby="covered">
        <h2 className="nhsuk-heading-m" id="covered">
          {COVERED.title}
        </h2>
        {people === 0 ? (
          <p>{COVERED.nobody}</p>
        ) : (
          <>
            <p>
              {COVERED.together(people, lists.lines.length)}{" "}
              {people >= least ? COVERED.enough(least) : COVERED.tooFew(least, least - people)}
            </p>
            <ListsPicture {...lists} />
            <ListsTable {...lists} />
            <p className="no-print">
              <a href={paths.boardPartnersCsv()}>{COVERED.file}</a>
            </p>
          </>
        )}
      </section>
      <section aria-labelledby="members">
        <h2 className="nhsuk-heading-m" id="members">
          {MEMBERS.bound}
        </h2>
        {lines.length + kinds.length === 0 ? (
          <p>{MEMBERS.none}</p>
        ) : (
          <>
            <MemberTable
              caption={MEMBERS.bound}
              columns={[{ name: MEMBERS.arrangement }, { name: MEMBERS.many, number: true }]}
              rows={bound}
            />
            {kinds.length === 0 ? (
              <MemberList lines={lines} label={MEMBERS.title} />
            ) : (
              kinds.map(({ kind, label, members }) => (
                <Details key={kind}>
                  <Details.Summary>{label}</Details.Summary>
                  <Details.Text>
                    <MemberList lines={members} label={label} />
                  </Details.Text>
                </Details>
              ))
            )}
          </>
        )}
        <p>{brandSeat.length === 0 ? MEMBERS.noBrandSeat : MEMBERS.brandSeat(brandSeat)}</p>
      </section>
    </>
  );
}
