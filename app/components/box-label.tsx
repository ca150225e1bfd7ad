import { Details } from "nhsuk-react-components";
import { BOX_LINE_WORDS, BOX_REST, boxFromWords, boxStyleWords, numbersTogether } from "~/content/boxes";
import { BOX_LINES, type Box, type BoxLine } from "~/domain/boxes/types";
import { DoorMark } from "./door-mark";
import { BoxLineIcon, BoxShape } from "./icons";
import { OrganisationMark } from "./organisation-mark";
import { TelephoneLink } from "./telephone-link";

/** The lines a person meets first: what a compact label has room for. */
const COMPACT_LINES: readonly BoxLine[] = ["letter", "call"];

/** Whose name is met has the larger mark; with both names they are alike. */
const MARK_SIZES = {
  full: {
    brand: { door: 60, partner: 40 },
    partner: { door: 34, partner: 64 },
    both: { door: 52, partner: 52 },
  },
  compact: {
    brand: { door: 46, partner: 32 },
    partner: { door: 28, partner: 48 },
    both: { door: 40, partner: 40 },
  },
} as const;

interface BoxLabelProps {
  readonly box: Box;
  /** `full` says every line; `compact` is for lists, and says who writes and who rings; `folded` has the rest below. */
  readonly form?: "full" | "compact" | "folded";
  /** `struck` is a label that no longer holds, kept to be compared with the one that does. */
  readonly state?: "current" | "struck";
}

/**
 * A parcel's label: whose box care arrives in, and what a person will recognise it by. Whose box it is stands on the
 * strip in a shape and in words, never in colour alone.
 */
export function BoxLabel({ box, form = "full", state = "current" }: BoxLabelProps) {
  const words = boxStyleWords(box.style, box.brand.name, box.partner.name);
  const size = form === "full" ? "full" : "compact";
  const marks = MARK_SIZES[size][box.style];
  const struck = state === "struck";
  return (
    <article
      className={`box-label box-label--${size} box-label--${box.style}${struck ? " box-label--struck" : ""}`}
      aria-label={`${struck ? "The label before" : "Box label"}: ${box.partner.name}`}
    >
      <p className="box-label__strip">
        <BoxShape style={box.style} size={size === "full" ? 40 : 32} />
        <span>
          <strong>{words.strip}</strong>
          <span className="box-label__meaning">{words.meaning}</span>
        </span>
      </p>
      <div className="box-label__from">
        <p>
          <span className="box-label__small">{boxFromWords(box, struck)}</span>{" "}
          {struck ? (
            <s className="box-label__name">{box.partner.name}</s>
          ) : (
            <strong className="box-label__name">{box.partner.name}</strong>
          )}
          {box.lead ? <span className="box-label__lead"> working for {box.lead.name}</span> : null}
        </p>
        <span className="box-label__marks">
          <DoorMark size={marks.door} colour={box.brand.mark.colour} />
          <OrganisationMark mark={box.partner.mark} size={marks.partner} />
        </span>
      </div>
      <Lines box={box} lines={size === "full" ? BOX_LINES : COMPACT_LINES} struck={struck} />
      {form === "folded" ? (
        <Details className="box-label__more">
          <Details.Summary>{BOX_REST}</Details.Summary>
          <Lines
            box={box}
            lines={BOX_LINES.filter((line) => !COMPACT_LINES.includes(line))}
            struck={struck}
          />
        </Details>
      ) : null}
    </article>
  );
}

function Lines({
  box,
  lines,
  struck,
}: {
  readonly box: Box;
  readonly lines: readonly BoxLine[];
  readonly struck: boolean;
}) {
  return (
    <dl className="box-label__lines">
      {lines.map((line) => (
        <div key={line} className="box-label__line">
          <dt>
            <BoxLineIcon line={line} />
            {BOX_LINE_WORDS[line]}
          </dt>
          <dd>
            {struck ? <s>{numbersTogether(box.lines[line])}</s> : numbersTogether(box.lines[line])}
            {line === "questions" && !struck ? <QuestionsPhone box={box} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The number to ring, unless the line has said it already. */
function QuestionsPhone({ box }: { readonly box: Box }) {
  if (box.questionsPhone === "" || box.lines.questions.includes(box.questionsPhone)) return null;
  return (
    <>
      {" "}
      <TelephoneLink number={box.questionsPhone} />
    </>
  );
}
