import { type Instant, localDate } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { createOnedoor } from "~/usecases/onedoor";
import { setUpBrand } from "~/usecases/set-up-brand";
import { peopleOf } from "~seeds/people";
import { larkmouth } from "~seeds/reference/larkmouth";
import { LARKMOUTH_POSTCODES } from "~seeds/reference/postcodes";
import { statesOf } from "~seeds/reference/states";

export const LARKMOUTH = "larkmouth";
/** The chair of its board, who shows stories. */
export const ALAN = { accountId: "alan-fenwick", name: "Alan Fenwick" };

const unexpected = (fields: object, message: string) => {
  throw new Error(`${message} ${JSON.stringify(fields)}`);
};

/** The demonstration's town with nothing asked for, on a clock that the test holds. What fails in it fails the test, unless `error` takes it. */
export async function larkmouthTown(
  db: Onedoor["db"],
  at: Instant = "2026-11-25T14:00:00.000Z",
  error: Onedoor["log"]["error"] = unexpected,
) {
  let now = at;
  const onedoor = {
    ...createOnedoor(db, { info: () => {}, warn: unexpected, error }),
    clock: () => now,
  };
  const contents = larkmouth(localDate(now));
  await setUpBrand(onedoor, {
    contents,
    states: statesOf(contents.offers, now, {}),
    ...peopleOf(LARKMOUTH, "https://people.example.org"),
    postcodes: LARKMOUTH_POSTCODES,
    isDefault: true,
  });
  return { onedoor, setClock: (to: Instant) => (now = to) };
}
