import type { Request, Response } from "express";
import { z } from "zod";
import { COOKIES } from "~/content/cookies";
import { AUDIENCES, type Audience } from "~/domain/access/audience";
import { instant } from "~/domain/shared/time";
import type { DemoProvider } from "~/integrations/identity/demo-provider";
import type { Identity } from "~/integrations/identity/identity";
import type { Onedoor } from "~/usecases/context";
import { signInPerson } from "~/usecases/sign-in-person";
import { holdsAnothers } from "~db/queries/drafts";
import { createSession, deleteSession, readSession, touchSession } from "~db/queries/sessions";
import { boardChoices, labChoices, partnerChoices, patientChoices } from "~db/queries/sign-in-choices";
import type { BoardViewer, ParticipantViewer, SignIn } from "./app-context";
import { type Cookies, type CookieWriter, cookieName, hashOf, newToken } from "./cookies";
import { sitInLab } from "./lab-sessions";
import { type Sitting, sitOnStage, sitsOnStage } from "./stage-sessions";

const LEAVING_SECONDS = COOKIES.signin.seconds;

const Leaving = z.object({
  audience: z.enum(AUDIENCES),
  next: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});

/** Whom a demonstration lets a visitor be. */
const CHOICES = {
  patient: patientChoices,
  partner: partnerChoices,
  board: boardChoices,
  lab: labChoices,
} as const satisfies Readonly<Record<Audience, unknown>>;

export interface SignInParts {
  readonly onedoor: Onedoor;
  readonly identity: Identity;
  readonly issuer: string;
  readonly demoProvider: DemoProvider | null;
  readonly cookies: CookieWriter;
  /** What the database calls a session whose cookie carries this token. */
  readonly sessionIdOf: (token: string) => string;
}

/** The request that wants to sign in, and where its answer's cookies are put. */
export interface Asking {
  readonly request: Request;
  readonly response: Response;
  readonly brandId: string;
  readonly prefix: string;
  readonly origin: string;
  /** Who asks, where they sit on the board. */
  readonly board: BoardViewer | null;
  /** Who takes part in a study in this browser. */
  readonly participant: ParticipantViewer | null;
  readonly cookies: Cookies;
  readonly setCookie: (header: string) => void;
}

export function createSignIn(parts: SignInParts): (asking: Asking) => SignIn {
  const { onedoor, identity, issuer, demoProvider, cookies, sessionIdOf } = parts;
  const { kysely } = onedoor.db;
  const inSeconds = (seconds: number) => instant(Date.now() + seconds * 1_000);
  const realNow = () => instant(Date.now());

  return ({ request, response, brandId, prefix, origin, board, participant, cookies: sent, setCookie }) => {
    const redirectUri = `${origin}${prefix}/sign-in/callback`;
    /** One browser may be on its way to the provider from several tabs at once, so the state is part of the key. */
    const leavingId = (token: string, state: string) => sessionIdOf(`${token} ${state}`);

    async function begin(audience: Audience, accountId: string, inBrand = brandId) {
      const before = sent.get(cookieName(audience, inBrand));
      if (before !== undefined) await deleteSession(kysely, inBrand, sessionIdOf(before));
      const token = newToken();
      await createSession(kysely, {
        id: sessionIdOf(token),
        brandId: inBrand,
        audience,
        accountId,
        body: {},
        expiresAt: inSeconds(COOKIES[audience].seconds),
      });
      setCookie(cookies.set(audience, inBrand, token, COOKIES[audience].seconds));
    }

    async function end(audience: Audience, inBrand: string) {
      const token = sent.get(cookieName(audience, inBrand));
      if (token !== undefined) await deleteSession(kysely, inBrand, sessionIdOf(token));
      setCookie(cookies.clear(audience, inBrand));
    }

    /** What somebody else began in this browser is not found by who signs in after them. */
    async function leaveAnothers(accountId: string) {
      const token = sent.get(cookieName("draft", brandId));
      if (token === undefined) return;
      if (await holdsAnothers(kysely, brandId, { visitor: hashOf(token), accountId }))
        setCookie(cookies.clear("draft", brandId));
    }

    const sittingIn = (worldId: string): Sitting => ({
      onedoor,
      sent,
      cookies,
      setCookie,
      begin: (audience, accountId) => begin(audience, accountId, worldId),
      end: (audience) => end(audience, worldId),
      async accountNow(audience) {
        const token = sent.get(cookieName(audience, worldId));
        if (token === undefined) return null;
        const session = await readSession(kysely, worldId, audience, sessionIdOf(token), realNow());
        return session?.accountId ?? null;
      },
    });

    return {
      async leave(audience, next) {
        const { url, leaving } = await identity.leave({ origin, redirectUri, audience, prefix });
        const token = sent.get(cookieName("signin", brandId)) ?? newToken();
        await createSession(kysely, {
          id: leavingId(token, leaving.state),
          brandId,
          audience: "leaving",
          accountId: null,
          body: { ...leaving, audience, next },
          expiresAt: inSeconds(LEAVING_SECONDS),
        });
        setCookie(cookies.set("signin", brandId, token, LEAVING_SECONDS));
        return url;
      },

      async welcome(address) {
        const token = sent.get(cookieName("signin", brandId));
        const state = address.searchParams.get("state");
        if (token === undefined || state === null) return { kind: "lost" };
        const id = leavingId(token, state);
        const session = await readSession(kysely, brandId, "leaving", id, realNow());
        if (session === undefined) return { kind: "lost" };
        await deleteSession(kysely, brandId, id);
        const { audience, next, ...leaving } = Leaving.parse(session.body);
        const claims = await identity.welcome({ origin }, leaving, address);
        if (claims === undefined) return { kind: "turned-back", audience };
        const account = await signInPerson(onedoor, issuer, claims);
        await begin(audience, account.id);
        if (audience === "patient") await leaveAnothers(account.id);
        return { kind: "in", next };
      },

      async signOut(audience) {
        await end(audience, brandId);
        // What a guest began on this device is not left to whoever uses it next.
        if (audience === "patient") setCookie(cookies.clear("draft", brandId));
      },

      async stay(audience) {
        const token = sent.get(cookieName(audience, brandId));
        if (token === undefined) return false;
        const id = sessionIdOf(token);
        if ((await readSession(kysely, brandId, audience, id, realNow())) === undefined) return false;
        const { seconds } = COOKIES[audience];
        await touchSession(kysely, brandId, id, inSeconds(seconds));
        setCookie(cookies.set(audience, brandId, token, seconds));
        return true;
      },

      sitOnStage: (worldId, players) =>
        sitOnStage(sittingIn(worldId), { townId: brandId, worldId, board }, players),

      sitsOnStage: (worldId, players) => sitsOnStage(sittingIn(worldId), players),

      sitInLab: (worldId, accountId, how) =>
        sitInLab(sittingIn(worldId), participant, worldId, accountId, how),

      async picking() {
        const picking = await demoProvider?.picking(request, response);
        if (picking === undefined || picking.prefix !== prefix) return undefined;
        const choices = await CHOICES[picking.audience](kysely, brandId, issuer);
        return { audience: picking.audience, choices };
      },

      async pick(subject) {
        const picking = await this.picking();
        if (!picking?.choices.some((choice) => choice.subject === subject)) return undefined;
        return demoProvider?.pick(request, response, subject);
      },
    };
  };
}
