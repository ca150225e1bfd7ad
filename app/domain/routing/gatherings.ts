import type { Directory } from "../directory/directory";
import type { ServiceIndex } from "../directory/service-index";
import type { Circumstances } from "../eligibility/circumstances";
import type { Instant } from "../shared/time";
import { type Gathered, gather } from "./gather";
import type { Need } from "./types";

/** Enough for simulations that go on side by side, a few requests at a time. */
const MOST = 1_000;

interface Known {
  readonly at: Instant;
  readonly most: number;
  readonly gathered: Gathered;
}

/**
 * What was gathered lately in one directory, by need. Who can be asked follows from the directory, the need and the moment,
 * and not from what is known of rooms and waits: whoever routes one need at one moment again and again, as simulations do
 * that differ by their luck, sorts the offers once.
 */
export class Gatherings {
  readonly #directory: Directory;
  /** The first put in is the first to be forgotten. */
  readonly #known = new Map<Need, Known>();

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** The same as `gather`. Throws when it is asked for another directory. */
  gather(directory: Directory, index: ServiceIndex, given: Circumstances, most: number): Gathered {
    if (directory !== this.#directory) throw new Error("What was gathered is of another directory");
    const { need, now } = given;
    const known = this.#known.get(need);
    if (known !== undefined && known.at === now && known.most === most) return known.gathered;
    const gathered = gather(directory, index, given, most);
    this.#known.delete(need);
    this.#known.set(need, { at: now, most, gathered });
    if (this.#known.size > MOST) {
      for (const first of this.#known.keys()) {
        this.#known.delete(first);
        break;
      }
    }
    return gathered;
  }
}
