import { GOVERNANCE, number, share } from "~/content/board/governance";

export interface MemberLine {
  readonly id: string;
  readonly name: string;
  readonly patients: number | null;
  readonly votes: number;
  /** Who speaks for it. */
  readonly seats: string;
}

/** Each member with who speaks for it and how many votes it has. */
export function MemberVotes({ members }: { readonly members: readonly MemberLine[] }) {
  const all = members.reduce((sum, { votes }) => sum + votes, 0);
  const { member, seats, noSeat, people, noList, votes, share: shareHead } = GOVERNANCE;
  return (
    <table className="board-decide__table board-decide__stack">
      <caption className="nhsuk-u-visually-hidden">{GOVERNANCE.members}</caption>
      <thead>
        <tr>
          <th scope="col">{member}</th>
          <th scope="col">{seats}</th>
          <th scope="col" className="board-decide__number">
            {people}
          </th>
          <th scope="col" className="board-decide__number">
            {votes}
          </th>
          <th scope="col" className="board-decide__number">
            {shareHead}
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.name}</th>
            <td data-column={seats}>{line.seats || noSeat}</td>
            <td data-column={people} className="board-decide__number">
              {line.patients === null ? noList : number(line.patients)}
            </td>
            <td data-column={votes} className="board-decide__number">
              {number(line.votes)}
            </td>
            <td data-column={shareHead} className="board-decide__number">
              {share(line.votes, all)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{GOVERNANCE.all}</th>
          <td />
          <td />
          <td data-column={votes} className="board-decide__number">
            {number(all)}
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
