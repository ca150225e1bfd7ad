import type { Mark } from "~/domain/directory/types";

/**
 * An organisation's simple sign: its monogram on its colour, cut like a stamp. It is decoration: the name always
 * stands beside it. `paper` is the colour it lies on, which the perforation lets through.
 */
export function OrganisationMark({
  mark,
  size,
  paper = "#ffffff",
}: {
  readonly mark: Mark;
  readonly size: number;
  readonly paper?: string;
}) {
  const letters = mark.letters.slice(0, 3);
  return (
    <svg
      className="organisation-mark"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="3" y="3" width="42" height="42" fill={mark.colour} />
      <rect
        x="3"
        y="3"
        width="42"
        height="42"
        fill="none"
        stroke={paper}
        strokeWidth="3.6"
        strokeDasharray="0 6"
        strokeLinecap="round"
      />
      <rect
        x="8"
        y="8"
        width="32"
        height="32"
        fill="none"
        stroke="#ffffff"
        strokeOpacity="0.55"
        strokeWidth="1"
      />
      <text
        x="24"
        y="24"
        fill="#ffffff"
        fontSize={letters.length > 2 ? 13 : 16}
        fontWeight="700"
        textAnchor="middle"
        dominantBaseline="central"
      >
        {letters}
      </text>
    </svg>
  );
}
