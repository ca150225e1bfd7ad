import type { Audience } from "~/domain/access/audience";
import { seatsOf } from "~/domain/access/board";
import { labRolesOf } from "~/domain/access/lab";
import { rolesOf } from "~/domain/access/roles";
import type { Instant } from "~/domain/shared/time";
import { IdentityClaims } from "~/integrations/identity/claims";
import type { Database } from "~db/connect";
import { type Account, readAccount, readMemberships } from "~db/queries/accounts";
import { ownerOfLabWorld } from "~db/queries/lab-worlds";
import { participantBy } from "~db/queries/participants";
import { readSession } from "~db/queries/sessions";
import { townOfStage } from "~db/queries/stages";
import type { BoardViewer, LabViewer, ParticipantViewer, PartnerViewer, PatientViewer } from "./app-context";
import { type Cookies, cookieName, hashOf } from "./cookies";

export interface Viewers {
  patient(cookies: Cookies, brandId: string): Promise<PatientViewer | null>;
  /** Whom they answer for is in the brand's directory. */
  partner(cookies: Cookies, brandId: string): Promise<Omit<PartnerViewer, "answersFor"> | null>;
  board(cookies: Cookies, brandId: string): Promise<BoardViewer | null>;
  lab(cookies: Cookies, brandId: string): Promise<LabViewer | null>;
  /** Whether a stage's world is there for this browser: it sits in it, or is of the board on whose stage it is. */
  seesStage(cookies: Cookies, worldId: string): Promise<boolean>;
  /** Whose browser it is in a study of this brand, or in their own world when this brand is one. */
  participant(
    cookies: Cookies,
    brandId: string,
    world: "stage" | "lab" | null,
  ): Promise<ParticipantViewer | null>;
}

/** Who is asking, by their session. A session counts in its own brand and for its own audience only. */
export function createViewers(
  db: Database,
  sessionIdOf: (token: string) => string,
  now: () => string,
): Viewers {
  async function accountFor(
    cookies: Cookies,
    brandId: string,
    audience: Audience,
  ): Promise<{ readonly account: Account; readonly until: Instant } | undefined> {
    const token = cookies.get(cookieName(audience, brandId));
    if (token === undefined) return undefined;
    const session = await readSession(db.kysely, brandId, audience, sessionIdOf(token), now());
    const account = session?.accountId ? await readAccount(db.kysely, session.accountId) : undefined;
    return session && account && { account, until: session.expiresAt };
  }

  const viewers: Viewers = {
    async patient(cookies, brandId) {
      const found = await accountFor(cookies, brandId, "patient");
      return found === undefined ? null : patientOf(found.account, found.until);
    },
    async partner(cookies, brandId) {
      const found = await accountFor(cookies, brandId, "partner");
      if (found === undefined) return null;
      const { account } = found;
      const roles = rolesOf(await readMemberships(db.kysely, brandId, account.id));
      return { accountId: account.id, name: account.name, ...roles };
    },
    async board(cookies, brandId) {
      const found = await accountFor(cookies, brandId, "board");
      if (found === undefined) return null;
      const { account } = found;
      const seats = seatsOf(await readMemberships(db.kysely, brandId, account.id));
      return { accountId: account.id, name: account.name, seats };
    },
    async lab(cookies, brandId) {
      const found = await accountFor(cookies, brandId, "lab");
      if (found === undefined) return null;
      const { account } = found;
      const roles = labRolesOf(await readMemberships(db.kysely, brandId, account.id));
      return { accountId: account.id, name: account.name, roles };
    },
    async seesStage(cookies, worldId) {
      for (const audience of ["patient", "partner"] as const)
        if ((await accountFor(cookies, worldId, audience)) !== undefined) return true;
      const townId = await townOfStage(db.kysely, worldId);
      const member = townId === undefined ? null : await viewers.board(cookies, townId);
      return member !== null && member.seats.length > 0;
    },
    async participant(cookies, brandId, world) {
      if (![...cookies.keys()].some((name) => name.startsWith(cookieName("participant", "")))) return null;
      const owner = world === "lab" ? await ownerOfLabWorld(db.kysely, brandId) : undefined;
      if (world !== null && owner === undefined) return null;
      const townId = owner?.townId ?? brandId;
      const token = cookies.get(cookieName("participant", townId));
      if (token === undefined) return null;
      const participant = await participantBy(db.kysely, townId, "holder_hash", hashOf(token));
      if (participant === undefined || (owner && owner.participantId !== participant.id)) return null;
      return { id: participant.id, townId, worldId: owner?.worldId ?? null, participant };
    },
  };
  return viewers;
}

function patientOf(account: Account, signedInUntil: Instant): PatientViewer {
  const claims = IdentityClaims.catch({ sub: account.subject }).parse({
    ...account.claims,
    sub: account.subject,
  });
  return {
    accountId: account.id,
    name: account.name,
    nhsNumber: claims.nhs_number ?? null,
    bornOn: claims.birthdate ?? null,
    identityLevel: claims.identity_proofing_level ?? "P0",
    practiceOds: claims.gp_registration_details?.gp_ods_code ?? null,
    email: account.email,
    phone: claims.phone_number ?? null,
    signedInUntil,
  };
}
