import { GOVERNANCE } from "~/content/board/governance";

interface RulesProps {
  readonly rules: readonly string[];
  readonly thresholds: readonly { readonly kind: string; readonly matter: string; readonly enough: string }[];
}

/** The rules that members decide by, in words, with how much is enough for what. */
export const Rules = ({ rules, thresholds }: RulesProps) => (
  <>
    <ul className="board-decide__rules">
      {rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
    <h3 className="nhsuk-heading-s">{GOVERNANCE.thresholds}</h3>
    <table className="board-decide__table board-decide__table--narrow">
      <caption className="nhsuk-u-visually-hidden">{GOVERNANCE.thresholds}</caption>
      <thead>
        <tr>
          <th scope="col">{GOVERNANCE.matter}</th>
          <th scope="col" className="board-decide__number">
            {GOVERNANCE.threshold}
          </th>
        </tr>
      </thead>
      <tbody>
        {thresholds.map(({ kind, matter, enough }) => (
          <tr key={kind}>
            <th scope="row">{matter}</th>
            <td className="board-decide__number">{enough}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);
