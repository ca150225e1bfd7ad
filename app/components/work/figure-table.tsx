import { FIGURES_PAGE } from "~/content/figures";

export interface FigureLine {
  readonly id: string;
  readonly name: string;
  readonly means: string;
  readonly yours: string;
  /** How many it is of. */
  readonly of: string;
  readonly middle: string;
}

/** A partner's figures, each with how many it is of, what it says, and the middle of all partners beside it. */
export const FigureTable = ({ lines }: { readonly lines: readonly FigureLine[] }) => (
  <dl className="figures">
    {lines.map(({ id, name, means, yours, of, middle }) => (
      <div key={id} className="figures__line">
        <dt>
          {name}
          <span className="manage-list__small">{means}</span>
        </dt>
        <dd>
          <span className="figures__label">{FIGURES_PAGE.yours}</span>
          <strong className="figures__value">{yours}</strong>
          <span className="figures__of">{of}</span>
        </dd>
        <dd>
          <span className="figures__label">{FIGURES_PAGE.middle}</span>
          <span className="figures__value">{middle}</span>
        </dd>
      </div>
    ))}
  </dl>
);
