import { Command } from "commander";
import { tell, withOnedoor } from "./verb";

export const migrateVerb = (): Command =>
  new Command("migrate")
    .description("Brings the database up to date; does nothing when it is so already")
    .action(async () => {
      await withOnedoor(async (_, db) => tell(`The ${db.dialect} database is up to date.`));
    });
