import { copyBrandBench } from "./copy-brand";
import { importBench } from "./import";
import { journeysBench } from "./journeys";
import { labBench } from "./lab";
import type { Bench } from "./measure";
import { pagesBench } from "./pages";
import { replayBench } from "./replay";
import { routingBench } from "./routing";
import { searchBench } from "./search";
import { simulateBench } from "./simulate";
import { submitBench } from "./submit";
import { whatIfBench } from "./what-if";
import { worklistBench } from "./worklist";

/** Every measurement there is. A new one is a module of its own and a line here. */
export const BENCHES: readonly Bench[] = [
  routingBench,
  replayBench,
  simulateBench,
  searchBench,
  importBench,
  pagesBench,
  journeysBench,
  submitBench,
  worklistBench,
  copyBrandBench,
  whatIfBench,
  labBench,
];
