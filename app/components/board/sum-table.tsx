import { CHOICE_WORDS, NOT_COUNTED_WORDS, number, SUM } from "~/content/board/governance";
import type { NotCounted, Tally, TallyLine } from "~/domain/governance/tally";
import { FoldedWhenLong } from "../work/folded-when-long";

type Named<Line> = Line & { readonly name: string };

interface SumProps {
  readonly tally: Tally;
  readonly lines: readonly Named<TallyLine>[];
  readonly notCounted: readonly Named<NotCounted>[];
}

/** The whole sum: each member with its votes and how it voted, then what it comes to. Anyone can add it up. */
export function SumTable({ tally, lines, notCounted }: SumProps) {
  const { needed, neededToCount } = tally;
  const sums = [
    [CHOICE_WORDS.for, tally.for],
    [CHOICE_WORDS.against, tally.against],
    [CHOICE_WORDS.abstain, tally.abstain],
    [SUM.silent, tally.silent],
    [SUM.all, tally.all],
  ] as const;
  const said = tally.for + tally.against;
  return (
    <>
      <FoldedWhenLong lines={lines.length} summary={SUM.memberByMember}>
        <table className="board-decide__table board-decide__stack">
          <caption className="nhsuk-u-visually-hidden">{SUM.title}</caption>
          <thead>
            <tr>
              <th scope="col">{SUM.member}</th>
              <th scope="col" className="board-decide__number">
                {SUM.people}
              </th>
              <th scope="col" className="board-decide__number">
                {SUM.votes}
              </th>
              <th scope="col">{SUM.choice}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ organisationId, name, countsAs, votes, choice }) => (
              <tr key={organisationId}>
                <th scope="row">{name}</th>
                <td data-column={SUM.people} className="board-decide__number">
                  {number(countsAs)}
                </td>
                <td data-column={SUM.votes} className="board-decide__number">
                  {number(votes)}
                </td>
                <td data-column={SUM.choice}>{choice === null ? SUM.silent : CHOICE_WORDS[choice]}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {sums.map(([what, votes]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td />
                <td data-column={SUM.votes} className="board-decide__number">
                  {number(votes)}
                </td>
                <td />
              </tr>
            ))}
          </tfoot>
        </table>
      </FoldedWhenLong>
      {needed === null ? null : <p>{SUM.needed(tally.threshold, said, needed)}</p>}
      {neededToCount === 0 ? null : <p>{SUM.cast(said + tally.abstain, tally.all, neededToCount)}</p>}
      {notCounted.length === 0 ? null : <NotCountedList lines={notCounted} />}
    </>
  );
}

const NotCountedList = ({ lines }: { readonly lines: readonly Named<NotCounted>[] }) => (
  <>
    <h3 className="nhsuk-heading-s">{SUM.notCounted}</h3>
    <ul>
      {lines.map(({ organisationId, nth, name, choice, why }) => (
        <li key={`${organisationId} ${nth}`}>
          {[name, CHOICE_WORDS[choice], NOT_COUNTED_WORDS[why]].join(": ")}
        </li>
      ))}
    </ul>
  </>
);
