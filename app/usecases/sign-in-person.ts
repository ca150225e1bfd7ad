import { type IdentityClaims, nameOf } from "~/integrations/identity/claims";
import { type Account, upsertAccount } from "~db/queries/accounts";
import type { Onedoor } from "./context";

/** Somebody came back from the identity provider: their account is written as the provider describes them now. */
export function signInPerson(onedoor: Onedoor, issuer: string, claims: IdentityClaims): Promise<Account> {
  return onedoor.db.write((tx) =>
    upsertAccount(
      tx,
      {
        id: onedoor.newId(),
        issuer,
        subject: claims.sub,
        name: nameOf(claims),
        email: claims.email ?? null,
        claims,
      },
      onedoor.clock(),
    ),
  );
}
