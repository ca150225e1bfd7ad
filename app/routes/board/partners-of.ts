import type { AppLoadContext } from "@remix-run/node";
import type { ListLine } from "~/components/board/lists-picture";
import { type Member, membersOn, peopleOf } from "~/domain/directory/members";
import { dateInWords } from "~/domain/shared/in-words";
import { localDate } from "~/domain/shared/time";
import { boardSeats } from "~db/queries/board-seats";

/** The members of the brand today. */
export const membersNow = ({ directory, now }: AppLoadContext): readonly Member[] =>
  membersOn(directory, localDate(now));

/** The practices with a list, the largest first, and the people on all of them. */
export function listsOf(members: readonly Member[]): {
  readonly lines: readonly ListLine[];
  readonly people: number;
} {
  const people = peopleOf(members);
  const lines = members.flatMap(({ organisation: { id, name, listSize } }): ListLine[] =>
    listSize === null
      ? []
      : [
          {
            id,
            name,
            people: listSize.patients,
            share: shareInWords(listSize.patients, people),
            asOf: dateInWords(listSize.asOf),
          },
        ],
  );
  return { people, lines: lines.sort((a, b) => b.people - a.people) };
}

/** "12%": to the nearest whole. */
export const shareInWords = (part: number, whole: number): string =>
  whole === 0 ? "" : `${Math.round((part / whole) * 100)}%`;

/** Who sits on the board, by the member that they sit for; those of the brand itself under the empty name. */
export async function seatsByMember({
  onedoor,
  brand,
}: AppLoadContext): Promise<ReadonlyMap<string, readonly string[]>> {
  const seats = new Map<string, string[]>();
  for (const { organisationId, name } of await boardSeats(onedoor.db.kysely, brand.id)) {
    const key = organisationId ?? "";
    seats.set(key, [...(seats.get(key) ?? []), name]);
  }
  return seats;
}
