import type { BoxStyle } from "../directory/types";
import { type Alike, alike, Lines } from "./alike";
import type { PartFact } from "./fact";
import { roundedCount } from "./few";

/** The columns of the picture of the flow, from left to right. */
export const STAGES = ["need", "service", "partner", "box"] as const;
export type Stage = (typeof STAGES)[number];

/** Where a part went, as ids. */
export interface FlowPath {
  readonly need: string;
  readonly service: string;
  readonly partner: string;
  readonly box: BoxStyle | typeof NO_BOX;
}

/** All that are too few to be drawn apart. */
export const OTHER = "other";
/** It came to nobody: the front desk has to find someone; or it was called off before. */
export const TO_NOBODY = "nobody";
export const CALLED_OFF = "called-off";
export const NO_BOX = "none";
/** Always drawn apart: that nobody has it is not lost among others. */
const NO_PARTNER: readonly string[] = [TO_NOBODY, CALLED_OFF];

/** How many of each column are drawn apart. */
const MOST_DRAWN: Readonly<Record<Exclude<Stage, "box">, number>> = { need: 8, service: 11, partner: 10 };

/** A band of the picture: so many people, to the nearest five, from one to the next. */
export interface FlowLink {
  readonly from: { readonly stage: Stage; readonly id: string };
  readonly to: { readonly stage: Stage; readonly id: string };
  readonly people: number;
}

/** Counts paths as parts are added. */
export class PathCounter {
  private readonly paths = new Lines<FlowPath>();

  constructor(private readonly needOf: (serviceId: string) => string | undefined) {}

  add({ person, serviceId, organisationId, box, cancelled }: PartFact): void {
    this.paths.add(person, {
      need: this.needOf(serviceId) ?? OTHER,
      service: serviceId,
      partner: organisationId ?? (cancelled ? CALLED_OFF : TO_NOBODY),
      box: organisationId === null ? NO_BOX : (box ?? NO_BOX),
    });
  }

  addAll(other: PathCounter): void {
    for (const group of other.paths.all()) this.paths.addAll(group);
  }

  /** The paths that people went, five or more on each. `stages` are the columns that may be told of. */
  alike(stages: readonly Stage[] = STAGES): readonly Alike<FlowPath>[] {
    const drawn = {
      need: this.biggest("need"),
      service: this.biggest("service"),
      partner: this.biggest("partner"),
    };
    const told = (stage: Stage) => stages.includes(stage);
    const asDrawn = (path: FlowPath): FlowPath => ({
      need: drawn.need.has(path.need) ? path.need : OTHER,
      service: drawn.service.has(path.service) ? path.service : OTHER,
      partner: told("partner") && drawn.partner.has(path.partner) ? path.partner : OTHER,
      box: told("box") ? path.box : NO_BOX,
    });
    return alike(this.paths, [
      asDrawn,
      (path) => ({ ...asDrawn(path), service: OTHER }),
      (path) => ({ ...asDrawn(path), service: OTHER, partner: OTHER }),
      (path) => ({ ...asDrawn(path), need: OTHER, service: OTHER, partner: OTHER }),
      () => ({ need: OTHER, service: OTHER, partner: OTHER, box: NO_BOX }),
    ]);
  }

  private biggest(stage: Exclude<Stage, "box">): ReadonlySet<string> {
    const counts = new Map<string, number>();
    for (const { line, count } of this.paths.all())
      counts.set(line[stage], (counts.get(line[stage]) ?? 0) + count);
    const biggest = [...counts]
      .filter(([id]) => !NO_PARTNER.includes(id))
      .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
      .slice(0, MOST_DRAWN[stage]);
    return new Set([...biggest.map(([id]) => id), ...NO_PARTNER]);
  }
}

/** The bands between the columns, from the paths. */
export function linksOf(
  paths: readonly Alike<FlowPath>[],
  stages: readonly Stage[] = STAGES,
): readonly FlowLink[] {
  const links = new Map<string, FlowLink & { exact: number }>();
  for (const { line, count } of paths)
    for (const [place, stage] of stages.entries()) {
      const next = stages[place + 1];
      if (next === undefined) break;
      const key = `${place} ${line[stage]} ${line[next]}`;
      const exact = (links.get(key)?.exact ?? 0) + count;
      links.set(key, {
        from: { stage, id: line[stage] },
        to: { stage: next, id: line[next] },
        people: roundedCount(exact),
        exact,
      });
    }
  return [...links.values()]
    .map(({ from, to, people }) => ({ from, to, people }))
    .sort((a, b) => stages.indexOf(a.from.stage) - stages.indexOf(b.from.stage) || b.people - a.people);
}
