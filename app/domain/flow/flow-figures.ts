import type { Directory } from "../directory/directory";
import type { PlainDate } from "../shared/time";
import type { PartFact } from "./fact";
import { MEASURES, type MeasureId, measureOf } from "./measures";
import { PathCounter } from "./path";
import { inTheCommunity } from "./prices";
import { Sum } from "./sum";
import { Tally, type TallySetting } from "./tally";

const SPREAD = measureOf("spread");

/** All that is shown of the flow at once, added up part by part in one look at each. */
export class FlowFigures {
  parts = 0;
  readonly paths: PathCounter;
  /** How much is given outside the hospital, by need. */
  readonly outside: Tally;
  /** Whom each place took on. */
  readonly places = new Map<string, Sum>();
  private readonly tallies: ReadonlyMap<MeasureId, Tally>;

  constructor(
    setting: TallySetting,
    private readonly directory: Directory,
  ) {
    this.paths = new PathCounter(setting.needOf);
    this.outside = new Tally(
      inTheCommunity((id) => directory.organisation(id)?.kind),
      setting,
      ["need"],
    );
    this.tallies = new Map(
      MEASURES.map((id) => [
        id,
        new Tally(id, setting, id === "spread" ? ["partner"] : id === "choice" ? ["area"] : []),
      ]),
    );
  }

  add(fact: PartFact, week: PlainDate): void {
    this.parts += 1;
    for (const tally of this.tallies.values()) tally.add(fact, week);
    this.paths.add(fact);
    this.outside.add(fact, week);
    this.addPlace(fact);
  }

  addAll(other: FlowFigures): void {
    this.parts += other.parts;
    for (const [id, tally] of this.tallies) tally.addAll(other.tally(id));
    this.paths.addAll(other.paths);
    this.outside.addAll(other.outside);
    for (const [place, sum] of other.places) this.at(place).addAll(sum);
  }

  tally(id: MeasureId): Tally {
    const tally = this.tallies.get(id);
    if (tally === undefined) throw new Error(`${id} was not added up`);
    return tally;
  }

  private addPlace(fact: PartFact): void {
    const offer = fact.offerId === null ? undefined : this.directory.offer(fact.offerId);
    const place = offer && this.directory.centreOf(offer)?.id;
    if (place === undefined) return;
    for (const point of SPREAD.points(fact, 0)) this.at(place).add(fact, point);
  }

  private at(place: string): Sum {
    const sum = this.places.get(place) ?? new Sum(SPREAD.how);
    this.places.set(place, sum);
    return sum;
  }
}
