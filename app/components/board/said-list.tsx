/** What somebody of the board said: their vote with its reason, or a remark. */
export interface Said {
  readonly key: string;
  readonly name: string;
  /** For whom they speak. */
  readonly seat: string;
  readonly when: string;
  /** How they voted; empty for a remark. */
  readonly choice: string;
  readonly text: string;
}

/** What was said, in its order. */
export const SaidList = ({
  said,
  labelledBy,
}: {
  readonly said: readonly Said[];
  readonly labelledBy: string;
}) => (
  <ol className="board-decide__said" aria-labelledby={labelledBy}>
    {said.map(({ key, name, seat, when, choice, text }) => (
      <li key={key}>
        <p className="board-decide__who">
          <strong>{seat}</strong>
          {choice === "" ? null : <span className="board-decide__choice">{choice}</span>}
          <span>{[name, when].join(", ")}</span>
        </p>
        {text === "" ? null : <p className="board-decide__text">{text}</p>}
      </li>
    ))}
  </ol>
);
