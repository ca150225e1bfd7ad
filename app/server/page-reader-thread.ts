import { pageAsSent } from "./page-as-sent";

/** What runs in the thread that reads pages. */
export default (page: Parameters<typeof pageAsSent>) => pageAsSent(...page);
