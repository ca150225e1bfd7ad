import { importBench } from "./import";
import type { Bench } from "./measure";
import { pagesBench } from "./pages";
import { replayBench } from "./replay";
import { routingBench } from "./routing";
import { searchBench } from "./search";

/** Every measurement there is. A new one is a module of its own and a line here. */
export const BENCHES: readonly Bench[] = [routingBench, searchBench, importBench, replayBench, pagesBench];
