import { setPriority } from "node:os";
import { pageAsSent } from "./page-as-sent";

/** Behind whoever waits for a page, where a priority is a thread's own; elsewhere it would be the whole server's. */
const BEHIND = 10;
if (process.platform === "linux") setPriority(BEHIND);

/** What runs in the thread that reads pages. */
export default (page: Parameters<typeof pageAsSent>) => pageAsSent(...page);
