import { localDate } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { createOnedoor } from "~/usecases/onedoor";
import { setUpBrand } from "~/usecases/set-up-brand";
import { peopleOf } from "~seeds/people";
import { larkmouth } from "~seeds/reference/larkmouth";
import { LARKMOUTH_POSTCODES } from "~seeds/reference/postcodes";
import { statesOf } from "~seeds/reference/states";

export const LARKMOUTH = "larkmouth";

const unexpected = (fields: object, message: string) => {
  throw new Error(`${message} ${JSON.stringify(fields)}`);
};

/** The demonstration's town with nothing asked for, on a clock that the test holds. */
export async function larkmouthTown(db: Onedoor["db"], at = "2026-11-25T14:00:00.000Z") {
  let now = at;
  const onedoor = {
    ...createOnedoor(db, { info: () => {}, warn: unexpected, error: unexpected }),
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
  return { onedoor, setClock: (to: string) => (now = to) };
}
