import { Button } from "nhsuk-react-components";
import { FLOW } from "~/content/board/flow";
import { MEASURE_WORDS } from "~/content/board/measures";
import { GROUPING_WORDS, type Names, type PartnerMeasure, RESULT, SCENARIO } from "~/content/board/what-if";
import {
  type BothLine,
  effectLines,
  type GroupLine,
  groupLines,
  headlineOf,
  measureLines,
  PARTNER_MEASURES,
  partnerLines,
  partnerMeasureName,
} from "~/content/board/what-if-lines";
import type { WhatIfResult } from "~/domain/simulation/what-if-result";
import { GROUPINGS, type Grouping } from "~/domain/simulation/worse-off";
import { Select } from "../form/select";
import { Folded } from "../work/folded";
import { ChartTable } from "./charts/chart-table";
import type { Cell } from "./charts/table-data";
import { EffectBars } from "./effect-bars";

/** Of the headings that links are described by. */
const IDS = { worse: "worse", measures: "measures", partners: "partners" } as const;

interface Links {
  /** Of the page, for the form that chooses a measure. */
  readonly page: string;
  readonly people: string;
  readonly measures: string;
  readonly partners: string;
}

/**
 * What a scenario comes to: who would be worse off, and the measures that are better or worse. What says less is a line
 * until it is opened, and open on paper.
 */
export function WhatIfResultSections({
  result,
  names,
  measure,
  isChosen,
  links,
}: {
  readonly result: WhatIfResult;
  readonly names: Names;
  readonly measure: PartnerMeasure;
  /** Somebody asked for this measure: it is shown at once. */
  readonly isChosen: boolean;
  readonly links: Links;
}) {
  const effects = effectLines(result);
  const measures = measureLines(result);
  const moves = ({ moved: { is } }: BothLine) => is !== "neither";
  const still = measures.filter((line) => !moves(line));
  return (
    <>
      <section aria-labelledby={IDS.worse}>
        <h2 id={IDS.worse} className="nhsuk-heading-m">
          {RESULT.who}
        </h2>
        <p className="what-if__headline">{headlineOf(result.worseOff)}</p>
        <p>{RESULT.worseHow}</p>
        <EffectBars lines={effects} />
        <Folded summary={FLOW.asTable} open={false}>
          <Stacked
            caption={RESULT.who}
            columns={[RESULT.effect, RESULT.worseColumn, RESULT.betterColumn]}
            rows={effects.map(({ worse, better, worseCount, betterCount }) => [
              { text: worse, small: RESULT.otherWay(better) },
              { text: worseCount },
              { text: betterCount },
            ])}
          />
        </Folded>
        {GROUPINGS.map((grouping) => (
          <Groups key={grouping} grouping={grouping} lines={groupLines(result, grouping, names)} />
        ))}
        <CsvLink href={links.people} of={IDS.worse} />
      </section>
      <section aria-labelledby={IDS.measures}>
        <h2 id={IDS.measures} className="nhsuk-heading-m">
          {RESULT.measures}
        </h2>
        {still.length === measures.length ? null : (
          <BothTable caption={RESULT.measures} one={RESULT.measure} lines={measures.filter(moves)} />
        )}
        {still.length === 0 ? null : (
          <Folded summary={RESULT.still(still.length)} open={false}>
            <BothTable caption={RESULT.still(still.length)} one={RESULT.measure} lines={still} />
          </Folded>
        )}
        <CsvLink href={links.measures} of={IDS.measures} />
      </section>
      <section aria-labelledby={IDS.partners}>
        <h2 id={IDS.partners} className="nhsuk-heading-m">
          {RESULT.partners}
        </h2>
        <Folded summary={RESULT.eachPartner} open={isChosen}>
          <form method="get" action={`${links.page}#partners`} className="figures-seek">
            <Select name="measure" label={RESULT.which} value={measure}>
              {PARTNER_MEASURES.map((id) => (
                <option key={id} value={id}>
                  {partnerMeasureName(id)}
                </option>
              ))}
            </Select>
            <Button type="submit" secondary>
              {RESULT.show}
            </Button>
          </form>
          <p>
            <strong>{partnerMeasureName(measure)}.</strong>{" "}
            {measure === "given" ? RESULT.givenHow : MEASURE_WORDS[measure].means}
          </p>
          <BothTable
            caption={partnerMeasureName(measure)}
            one={RESULT.partner}
            lines={partnerLines(result, measure, names)}
          />
        </Folded>
        <CsvLink href={links.partners} of={IDS.partners} />
      </section>
    </>
  );
}

/** People alike in one way, of whom some are worse off; of how many none is, is said beneath. */
function Groups({ grouping, lines }: { readonly grouping: Grouping; readonly lines: readonly GroupLine[] }) {
  const told = lines.filter(({ part }) => part !== 0);
  const none = lines.length - told.length;
  return (
    <Folded summary={`${RESULT.worseColumn}: ${GROUPING_WORDS[grouping].by.toLowerCase()}`} open={false}>
      {told.length === 0 ? null : (
        <Stacked
          caption={GROUPING_WORDS[grouping].by}
          columns={[GROUPING_WORDS[grouping].one, RESULT.groupWorse, RESULT.groupOf, RESULT.groupShare]}
          rows={told.map(({ name, worse, of, share, part }) => [
            { text: name },
            { text: worse },
            { text: of },
            part === null ? { text: share } : { text: share, bar: part },
          ])}
        />
      )}
      {none === 0 ? null : <p>{RESULT.noneOf(none, told.length === 0)}</p>}
    </Folded>
  );
}

/** Figures of both sides, and how they moved: in words, never by a colour alone. */
const BothTable = ({
  caption,
  one,
  lines,
}: {
  readonly caption: string;
  readonly one: string;
  readonly lines: readonly BothLine[];
}) => (
  <div className="what-if__sides">
    <Stacked
      caption={caption}
      columns={[one, RESULT.before, RESULT.after, RESULT.difference]}
      rows={lines.map(({ name, means, before, after, moved: { words, is } }) => [
        means === "" ? { text: name } : { text: name, small: means },
        { text: before },
        { text: after },
        { text: is === "neither" ? words : `${words}, ${RESULT[is]}` },
      ])}
    />
  </div>
);

/** A table that becomes blocks on a phone. */
export const Stacked = ({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}) => (
  <div className="board-list what-if__table">
    <ChartTable table={{ caption, columns: columns.map((name) => ({ name })), rows }} />
  </div>
);

const CsvLink = ({ href, of }: { readonly href: string; readonly of: string }) => (
  <p className="no-print">
    <a href={href} aria-describedby={of}>
      {SCENARIO.csv}
    </a>
  </p>
);
