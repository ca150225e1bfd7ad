import { type Rejudged, rejudge } from "~/domain/routing/rejudge";
import type { RoutingDecision } from "~/domain/routing/types";
import type { Reader } from "~db/connect";
import { decisionsAfter } from "~db/queries/decisions";

export interface ReplayedBrand {
  /** Decisions that were judged again. */
  readonly judged: number;
  readonly same: number;
  /** Made before facts were kept whole: these cannot be judged again. */
  readonly withoutFacts: number;
  readonly differing: readonly DifferingDecision[];
}

export interface DifferingDecision {
  readonly reference: string;
  readonly id: string;
  readonly differences: readonly string[];
}

const PAGE = 500;

/** Judges every stored decision of a brand again, each from itself alone, a page at a time. A read: it keeps nothing. */
export async function replayDecisions(reader: Reader, brandId: string): Promise<ReplayedBrand> {
  let same = 0;
  let withoutFacts = 0;
  const differing: DifferingDecision[] = [];
  for (let after = ""; ; ) {
    const page = await decisionsAfter(reader, brandId, after, PAGE);
    for (const { id, reference, decision } of page) {
      const again = judgedAgain(decision);
      if (again.kind === "same") same += 1;
      else if (again.kind === "without-facts") withoutFacts += 1;
      else differing.push({ reference, id, differences: again.differences });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.id;
  }
  return { judged: same + differing.length, same, withoutFacts, differing };
}

/** A row that is not a whole decision differs from one, and says how it could not be read. */
function judgedAgain(decision: RoutingDecision): Rejudged {
  try {
    return rejudge(decision);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "differs", differences: [`cannot be judged again: ${why}`] };
  }
}
