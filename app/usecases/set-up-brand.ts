import { themeFaults } from "~/domain/directory/theme";
import type { DirectoryContents, OfferState } from "~/domain/directory/types";
import { type Account, addMembership, type Membership, upsertAccount } from "~db/queries/accounts";
import { makeDefaultBrand } from "~db/queries/brands";
import { type DirectoryChanges, writeDirectory } from "~db/queries/directory";
import { putCapacity } from "~db/queries/overlay";
import { type Person, writePeople } from "~db/queries/people";
import { type Place, writePostcodes } from "~db/queries/places";
import type { Onedoor } from "./context";
import { topUpSlots } from "./top-up-slots";

/** Everything that a brand's world starts from. */
export interface BrandWorld {
  readonly contents: DirectoryContents;
  /** What is known of capacity, by offer id. */
  readonly states: ReadonlyMap<string, OfferState>;
  readonly accounts: readonly Account[];
  /** Whose `accountId` is an account of this world. */
  readonly people: readonly Person[];
  readonly memberships: readonly Membership[];
  readonly postcodes: readonly Place[];
  /** True puts the brand at the bare addresses. */
  readonly isDefault: boolean;
}

/** A brand or an organisation has a colour that nobody could read: the message names each pair and its ratio. */
export class UnreadableTheme extends Error {
  override readonly name = "UnreadableTheme";
  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
  }
}

/**
 * Writes a brand's whole world in one transaction, then makes its slots for the weeks ahead. Doing it again changes
 * nothing but what differs. Slots are made apart because they are many, and making them again is harmless. Throws
 * {@link UnreadableTheme}, and writes nothing, when a colour cannot be told from what it lies on.
 */
export async function setUpBrand(onedoor: Onedoor, world: BrandWorld): Promise<DirectoryChanges> {
  const { contents } = world;
  const brandId = contents.brand.id;
  const faults = themeFaults(contents);
  if (faults.length > 0) throw new UnreadableTheme(faults);
  const changes = await onedoor.db.write(async (tx) => {
    const now = onedoor.clock();
    await writePostcodes(tx, world.postcodes);
    const written = await writeDirectory(tx, contents, now);
    if (world.isDefault) await makeDefaultBrand(tx, brandId);
    for (const [offerId, { capacity, capacityConfirmedAt }] of world.states) {
      if (capacity !== null) await putCapacity(tx, brandId, offerId, capacity, capacityConfirmedAt ?? now);
    }
    // An account that its provider knows already keeps the id it has.
    const idOf = new Map<string, string>();
    for (const account of world.accounts) idOf.set(account.id, (await upsertAccount(tx, account, now)).id);
    const known = (accountId: string): string => idOf.get(accountId) ?? accountId;
    await writePeople(
      tx,
      brandId,
      world.people.map((person) => ({
        ...person,
        accountId: person.accountId === null ? null : known(person.accountId),
      })),
    );
    for (const membership of world.memberships) {
      await addMembership(tx, brandId, { ...membership, accountId: known(membership.accountId) });
    }
    return written;
  });
  await topUpSlots(onedoor, brandId);
  return changes;
}
