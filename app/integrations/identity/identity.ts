import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Audience } from "~/domain/access/audience";
import { IdentityClaims } from "./claims";

/** What we keep while a person is away at the provider: it proves on their return that they left from here. */
export interface Leaving {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Identity {
  /** Where to send the person, and what to keep until they are back. */
  leave(from: LeavingFrom): Promise<{ readonly url: string; readonly leaving: Leaving }>;
  /** Who came back. Undefined when the answer is not one to the question that was asked, or they turned back. */
  welcome(
    from: Pick<LeavingFrom, "origin">,
    leaving: Leaving,
    address: URL,
  ): Promise<IdentityClaims | undefined>;
}

export interface LeavingFrom {
  /** The origin the person's browser sees us at. */
  readonly origin: string;
  readonly redirectUri: string;
  /** Told to the demo's own provider, which lists other people for each. */
  readonly audience: Audience;
  readonly prefix: string;
}

export interface IdentitySettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const SCOPE = "openid profile profile_extended gp_registration_details email phone";

/** Sign-in by OpenID Connect (code flow with PKCE, state and nonce) at the installation's provider. */
export function createIdentity(settings: IdentitySettings): Identity {
  let found: Promise<Configuration> | undefined;
  return identityBy(
    () => {
      found ??= discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret).catch(
        (error) => {
          found = undefined;
          throw error;
        },
      );
      return found;
    },
    () => ({}),
  );
}

/**
 * The same against the demo's own provider on this very server. A browser is sent to it at the origin where it sees
 * us (a phone on the Wi-Fi sees another than this machine); we ask it for tokens by loopback, over plain http.
 */
export function createDemoIdentity(settings: IdentitySettings, ownPort: () => number): Identity {
  return identityBy(
    async (origin) => {
      const loopback = `http://127.0.0.1:${ownPort()}/oidc`;
      const configuration = new Configuration(
        {
          issuer: settings.issuer,
          authorization_endpoint: `${origin}/oidc/auth`,
          token_endpoint: `${loopback}/token`,
          userinfo_endpoint: `${loopback}/me`,
          authorization_response_iss_parameter_supported: true,
        },
        settings.clientId,
        settings.clientSecret,
      );
      allowInsecureRequests(configuration);
      return configuration;
    },
    ({ audience, prefix }) => ({ audience, front_door: prefix }),
  );
}

function identityBy(
  configurationFor: (origin: string) => Promise<Configuration>,
  alsoSay: (from: Pick<LeavingFrom, "audience" | "prefix">) => Record<string, string>,
): Identity {
  return {
    async leave({ origin, redirectUri, audience, prefix }) {
      const configuration = await configurationFor(origin);
      const leaving = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state: leaving.state,
        nonce: leaving.nonce,
        code_challenge: await calculatePKCECodeChallenge(leaving.verifier),
        code_challenge_method: "S256",
        prompt: "login",
        ...alsoSay({ audience, prefix }),
      });
      return { url: url.href, leaving };
    },

    async welcome({ origin }, leaving, address) {
      const configuration = await configurationFor(origin);
      try {
        const tokens = await authorizationCodeGrant(configuration, address, {
          pkceCodeVerifier: leaving.verifier,
          expectedState: leaving.state,
          expectedNonce: leaving.nonce,
          idTokenExpected: true,
        });
        const subject = tokens.claims()?.sub;
        if (subject === undefined) return undefined;
        return IdentityClaims.parse(await fetchUserInfo(configuration, tokens.access_token, subject));
      } catch (error) {
        if (isRefusal(error)) return undefined;
        throw error;
      }
    },
  };
}

/** The provider said no, or what came back was not for us: the person's own matter, not a failure of ours. */
function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^OAUTH_(AUTHORIZATION_RESPONSE_ERROR|RESPONSE_BODY_ERROR|INVALID_RESPONSE|JWT_CLAIM_COMPARISON_FAILED|JWT_TIMESTAMP_CHECK_FAILED)$/.test(
    code,
  );
}
