#!/usr/bin/env node
import { Command } from "commander";
import { auditVerb } from "./verbs/audit";
import { catalogueVerb } from "./verbs/catalogue";
import { copyBrandVerb, deleteBrandVerb } from "./verbs/copy-brand";
import { deadlinesVerb } from "./verbs/deadlines";
import { decideVerb } from "./verbs/decide";
import { decisionVerb } from "./verbs/decision";
import { exportVerb } from "./verbs/export";
import { generateVerb } from "./verbs/generate";
import { generateCountyVerb } from "./verbs/generate-county";
import { loadVerb } from "./verbs/load";
import { migrateVerb } from "./verbs/migrate";
import { partnerVerb } from "./verbs/partner";
import { replayVerb } from "./verbs/replay";
import { seedVerb } from "./verbs/seed";
import { Problem } from "./verbs/verb";
import { yearVerb } from "./verbs/year";

const program = new Command("onedoor")
  .description("The front door's command line. The database is DATABASE_URL, or sqlite:./data/onedoor.db.")
  .showHelpAfterError("(--help says what this verb takes)")
  .exitOverride();
const VERBS = [
  migrateVerb,
  loadVerb,
  generateVerb,
  generateCountyVerb,
  decideVerb,
  decisionVerb,
  replayVerb,
  deadlinesVerb,
  partnerVerb,
  catalogueVerb,
  exportVerb,
  auditVerb,
  copyBrandVerb,
  deleteBrandVerb,
  seedVerb,
  yearVerb,
];
for (const verb of VERBS) {
  program.addCommand(withoutExit(verb()));
}

/** A command that throws instead of ending the process, so that the database is closed first; so do its own commands. */
function withoutExit(command: Command): Command {
  for (const each of command.commands) withoutExit(each);
  return command.exitOverride();
}

/** Commander has printed its own message already; a problem is told in a line; anything else is a bug, told whole. */
async function run(): Promise<number> {
  try {
    await program.parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof Error && "exitCode" in error && typeof error.exitCode === "number") {
      return error.exitCode === 0 ? 0 : 1;
    }
    const told = error instanceof Problem ? `onedoor: ${error.message}` : error;
    console.error(told);
    return 1;
  }
}

process.exitCode = await run();
