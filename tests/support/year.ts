import { createOnedoor } from "~/usecases/onedoor";
import { recordYear } from "~/usecases/record-year";
import type { Database } from "~db/connect";
import { YEARS } from "~seeds/years";

const unexpected = (_fields: object, message: string) => {
  throw new Error(message);
};

/** Gives the seeded Larkmouth a past year in which only a share of all is asked for: a twentieth is some 6,000 parts, in a second. */
export async function recordSmallYear(db: Database, asksHere = 0.05): Promise<void> {
  const asked = YEARS.larkmouth;
  if (asked === undefined) throw new Error("Larkmouth has no year");
  const onedoor = createOnedoor(db, { info: () => {}, warn: unexpected, error: unexpected });
  const result = await recordYear(onedoor, "larkmouth", { ...asked, demand: { ...asked.demand, asksHere } });
  if (result.kind !== "recorded") throw new Error(`The year was not recorded: ${JSON.stringify(result)}`);
}
