import { type Migration, Migrator } from "kysely";
import type { Database } from "../connect";
import * as directory from "./0001-directory";
import * as requests from "./0002-requests";
import * as lifecycle from "./0003-lifecycle";
import * as earlierTimes from "./0004-earlier-times";
import * as audit from "./0005-audit";
import * as messagesOnce from "./0009-messages-once";
import * as draftsFound from "./0010-drafts-found";
import * as redFlagsStopped from "./0014-red-flags-stopped";
import * as feedback from "./0015-feedback";
import * as messagesSent from "./0016-messages-sent";
import * as worklists from "./0017-worklists";
import * as invitations from "./0018-invitations";
import * as lightLinks from "./0019-light-links";
import * as diary from "./0020-diary";
import * as deskWork from "./0021-desk-work";
import * as redFlagProposals from "./0022-red-flag-proposals";
import * as pastWeeks from "./0023-past-weeks";
import * as copies from "./0024-copies";
import * as scenarios from "./0025-scenarios";
import * as proposals from "./0026-proposals";
import * as stages from "./0027-stages";
import * as boardRoom from "./0028-board-room";
import * as lab from "./0029-lab";
import * as labPictures from "./0030-lab-pictures";
import * as tracesLeft from "./0031-traces-left";
import * as labWorldsAhead from "./0032-lab-worlds-ahead";
import * as labProblemWords from "./0033-lab-problem-words";

/** Every step from an empty database to db/schema.ts, in order. A step that has been released is never changed. */
const migrations: Record<string, Migration> = {
  "0001-directory": directory,
  "0002-requests": requests,
  "0003-lifecycle": lifecycle,
  "0004-earlier-times": earlierTimes,
  "0005-audit": audit,
  "0009-messages-once": messagesOnce,
  "0010-drafts-found": draftsFound,
  "0014-red-flags-stopped": redFlagsStopped,
  "0015-feedback": feedback,
  "0016-messages-sent": messagesSent,
  "0017-worklists": worklists,
  "0018-invitations": invitations,
  "0019-light-links": lightLinks,
  "0020-diary": diary,
  "0021-desk-work": deskWork,
  "0022-red-flag-proposals": redFlagProposals,
  "0023-past-weeks": pastWeeks,
  "0024-copies": copies,
  "0025-scenarios": scenarios,
  "0026-proposals": proposals,
  "0027-stages": stages,
  "0028-board-room": boardRoom,
  "0029-lab": lab,
  "0030-lab-pictures": labPictures,
  "0031-traces-left": tracesLeft,
  "0032-lab-worlds-ahead": labWorldsAhead,
  "0033-lab-problem-words": labProblemWords,
};

/** Brings the database up to date, whole or not at all. Does nothing when it is so already. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db: db.kysely, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
