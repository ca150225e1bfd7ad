import type { Directory } from "~/domain/directory/directory";
import type { Brand } from "~/domain/directory/types";
import type { Instant, PlainDate } from "~/domain/shared/time";
import type { Paths } from "~/paths";
import type { Onedoor } from "~/usecases/context";

/** A person who has signed in to ask for care, as NHS login's claims describe them. */
export interface PatientViewer {
  readonly accountId: string;
  readonly name: string;
  readonly nhsNumber: string | null;
  readonly bornOn: PlainDate | null;
  /** P9 has proved who they are; P5 has not. */
  readonly identityLevel: "P0" | "P5" | "P9";
  /** The practice they are registered with. */
  readonly practiceOds: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Someone at work, in this brand. */
export interface PartnerViewer {
  readonly accountId: string;
  readonly name: string;
  readonly memberships: readonly { readonly organisationId: string; readonly role: string }[];
  /** True for the brand's own front desk. */
  readonly desk: boolean;
}

/** What every loader and action finds in `context`. */
export interface PageContext {
  readonly onedoor: Onedoor;
  readonly brand: Brand;
  readonly directory: Directory;
  /** The brand's own now. */
  readonly now: Instant;
  /** "" at bare addresses, "/b/larkmouth" under a brand's own. */
  readonly prefix: string;
  readonly paths: Paths;
  readonly patient: PatientViewer | null;
  readonly partner: PartnerViewer | null;
  /** The holder of the draft cookie: the SHA-256 of its token, in hex. Null when there is no such cookie. */
  readonly visitor: { readonly hash: string } | null;
  /** The visitor, made now if need be. The server sends `setCookie` with the answer; a route need not. */
  ensureVisitor(): { readonly hash: string; readonly setCookie: string };
  /** Spends one try; false when this visitor has used them all for now (answer 429). Keyed by address and `subject`. */
  mayTry(what: LimitedTry, subject: string): Promise<boolean>;
  readonly requestId: string;
}

/** What is rate limited beyond plain traffic. */
export type LimitedTry = "guest-tracking" | "sign-in";

declare module "@remix-run/node" {
  interface AppLoadContext extends PageContext {}
}
