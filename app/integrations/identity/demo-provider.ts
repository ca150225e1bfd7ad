import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import Provider, { type Context } from "oidc-provider";
import { type Audience, isAudience } from "~/domain/access/audience";
import type { IdentityClaims } from "./claims";
import type { IdentitySettings } from "./identity";
import { createProviderState } from "./provider-state";

/** A sign-in that waits for the person to say who they are. */
export interface Picking {
  readonly audience: Audience;
  readonly prefix: string;
}

export interface DemoProvider {
  /** Answers everything under /oidc. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** The sign-in that this browser is in the middle of; undefined when there is none, or it is over. */
  picking(request: IncomingMessage, response: ServerResponse): Promise<Picking | undefined>;
  /** Signs the person in; gives the address to go on to. Undefined as for `picking`. */
  pick(request: IncomingMessage, response: ServerResponse, subject: string): Promise<string | undefined>;
}

const PREFIX = /^(\/b\/[a-z0-9-]{1,63})?$/;
const CALLBACK = /^(\/b\/[a-z0-9-]{1,63})?\/sign-in\/callback$/;

/**
 * The demo's own OpenID provider: real protocol, fictional people, no passwords. Every sign-in asks who you are, for
 * one browser is a patient and a partner at once.
 */
export function createDemoProvider(
  settings: IdentitySettings,
  claimsOf: (subject: string) => Promise<IdentityClaims | undefined>,
): DemoProvider {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider = new Provider(settings.issuer, {
    adapter: createProviderState(),
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "demo" }] },
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: ["http://localhost/sign-in/callback"],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    cookies: {
      keys: [randomBytes(32).toString("base64url")],
      names: { session: "oidc_session", interaction: "oidc_asking", resume: "oidc_resume" },
      long: { httpOnly: true, sameSite: "lax" },
      short: { httpOnly: true, sameSite: "lax" },
    },
    scopes: ["openid"],
    claims: {
      openid: ["sub"],
      profile: ["name", "given_name", "family_name"],
      profile_extended: ["nhs_number", "birthdate", "identity_proofing_level"],
      gp_registration_details: ["gp_registration_details"],
      email: ["email"],
      phone: ["phone_number"],
    },
    extraParams: ["audience", "front_door"],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: true },
    },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Grant: 600,
      Interaction: 1_800,
      Session: 1_800,
    },
    interactions: {
      url: (_context: Context, interaction: { uid: string; params: Record<string, unknown> }) =>
        `${prefixOf(interaction.params)}/sign-in/choose/${interaction.uid}`,
    },
    findAccount: async (_context: Context, subject: string) => {
      const claims = await claimsOf(subject);
      return claims && { accountId: subject, claims: async () => claims };
    },
    /** The one client is ourselves: there is nothing to consent to. */
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope(String(oidc.params.scope ?? "openid"));
      await grant.save();
      return grant;
    },
    renderError: (context: Context) => {
      context.type = "text/plain; charset=utf-8";
      context.body = "That sign-in is over. Go back to the front door and sign in again.\n";
    },
  });

  // The demo goes by whatever address it is asked at, so the only callback it knows is its own, at that address.
  provider.Client.prototype.redirectUriAllowed = (uri) =>
    URL.canParse(uri) && new URL(uri).host === Provider.ctx?.host && CALLBACK.test(new URL(uri).pathname);

  const answer = provider.callback();
  return {
    handle(request, response) {
      request.headers.cookie = withoutSession(request.headers.cookie);
      return answer(request, response);
    },
    async picking(request, response) {
      try {
        const { params } = await provider.interactionDetails(request, response);
        return {
          audience: isAudience(params.audience) ? params.audience : "patient",
          prefix: prefixOf(params),
        };
      } catch (error) {
        if (isOver(error)) return undefined;
        throw error;
      }
    },
    async pick(request, response, subject) {
      try {
        const next = await provider.interactionResult(request, response, {
          login: { accountId: subject, remember: false },
        });
        return new URL(next).pathname;
      } catch (error) {
        if (isOver(error)) return undefined;
        throw error;
      }
    },
  };
}

function prefixOf(params: Readonly<Record<string, unknown>>): string {
  const given = String(params.front_door ?? "");
  return PREFIX.test(given) ? given : "";
}

const isOver = (error: unknown): boolean => error instanceof Error && error.name === "SessionNotFound";

/** The provider never remembers who signed in last: the next one may be someone else, side by side. */
function withoutSession(cookies: string | undefined): string | undefined {
  return cookies
    ?.split(";")
    .filter((cookie) => !cookie.trim().startsWith("oidc_session"))
    .join(";");
}
