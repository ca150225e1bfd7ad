import type { Audience } from "~/domain/access/audience";
import type { Seat } from "~/domain/access/board";
import type { LabRole } from "~/domain/access/lab";
import type { AtWork } from "~/domain/access/may";
import type { Directory } from "~/domain/directory/directory";
import type { Brand } from "~/domain/directory/types";
import type { Instant, PlainDate } from "~/domain/shared/time";
import type { Paths } from "~/paths";
import type { Onedoor } from "~/usecases/context";
import type { Participant } from "~db/queries/participants";
import type { SignInChoice } from "~db/queries/sign-in-choices";
import type { Live } from "./live";
import type { StandAside } from "./patients-first";
import type { WhatIfRuns } from "./what-if-runs";

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
  /** When the session ends, in real time. */
  readonly signedInUntil: Instant;
}

/** Someone at work, in this brand. `may` says what they may do. */
export interface PartnerViewer extends AtWork {
  readonly accountId: string;
  readonly name: string;
}

/** Somebody who signed in to the board room, with the seats that they have there: none for who has no business in it. */
export interface BoardViewer {
  readonly accountId: string;
  readonly name: string;
  readonly seats: readonly Seat[];
}

/** Somebody who signed in to the usability lab, with what they are there: nothing for who has no business in it. */
export interface LabViewer {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly LabRole[];
}

/** Who takes part in a study in this browser, by the link that they were given. They are in no other way known. */
export interface ParticipantViewer {
  readonly id: string;
  /** The brand whose lab asked them. */
  readonly townId: string;
  /** Their world, when this brand is it: the one they are in, or one that is over. */
  readonly worldId: string | null;
  readonly participant: Participant;
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
  /** What this brand is the world of: a stage in a board room, or who takes part in a study. Null for a brand of its own. */
  readonly world: "stage" | "lab" | null;
  readonly patient: PatientViewer | null;
  readonly partner: PartnerViewer | null;
  readonly board: BoardViewer | null;
  readonly lab: LabViewer | null;
  readonly participant: ParticipantViewer | null;
  /** What would make this browser a participant's: the SHA-256 of a new token, in hex. `hold` makes it so. */
  newHolder(): { readonly hash: string; hold(): void };
  /** Nothing in this browser leads to a study any more. */
  forgetParticipant(): void;
  /** The holder of the draft cookie: the SHA-256 of its token, in hex. Null when there is no such cookie. */
  readonly visitor: { readonly hash: string } | null;
  /** The visitor, made now if need be. The server sends `setCookie` with the answer; a route need not. */
  ensureVisitor(): { readonly hash: string; readonly setCookie: string };
  /** Spends one try; false when this visitor has used them all for now (answer 429). Keyed by address and `subject`. */
  mayTry(what: LimitedTry, subject: string): Promise<boolean>;
  /** In a demonstration, the code of a one-time link by its id, to show the doormat it came to; null anywhere else. */
  readonly codeOfLink: ((linkId: string) => string) | null;
  readonly signIn: SignIn;
  /** The address if it is one of this front door's own pages, to redirect to; undefined for anything else. */
  nextPage(asked: string | null): string | undefined;
  readonly live: Live;
  /** Where the scenarios of the board room are played again. */
  readonly whatIf: Pick<WhatIfRuns, "start" | "stop">;
  /** Whether this server has a browser to make pictures of pages with. */
  readonly makesPictures: boolean;
  readonly requestId: string;
  /** Between reading what a page says and drawing it. */
  readonly standAside: StandAside;
  /** Which page is asked for, as the URL map has it, or is sent a form; null of what is none of ours. */
  readonly page: PageAsked | null;
}

export interface PageAsked {
  readonly method: "GET" | "POST";
  readonly pattern: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Accounts of the people of a stage's world: a person who asks, and somebody at work; null where nobody is. */
export interface StagePlayers {
  readonly patient: string;
  readonly partner: string | null;
}

/** Signing in and out, by OpenID Connect. Cookies are sent with the answer; a route need not. */
export interface SignIn {
  /** Where to send the person, who comes back to `/sign-in/callback` and goes on to `next`. */
  leave(audience: Audience, next: string): Promise<string>;
  /** Who came back: signed in, turned back at the provider, or not from here (an old tab, another browser). */
  welcome(
    address: URL,
  ): Promise<
    | { readonly kind: "in"; readonly next: string }
    | { readonly kind: "turned-back"; readonly audience: Audience }
    | { readonly kind: "lost" }
  >;
  signOut(audience: Audience): Promise<void>;
  /** Makes the session last as long again from now; false when there is none any more. */
  stay(audience: Audience): Promise<boolean>;
  /**
   * Lets a member of this brand's board be a story's people in this browser, in the world of a stage of this brand: who
   * asks, and who is at work. Whoever this browser was in other stages' worlds it is no more. False when no stage stands
   * in that world any more.
   */
  sitOnStage(worldId: string, players: StagePlayers): Promise<boolean>;
  /** Whether this browser is these people in a stage's world. */
  sitsOnStage(worldId: string, players: StagePlayers): Promise<boolean>;
  /** Lets who takes part be a task's person, or a guest, in the world that is theirs now. */
  sitInLab(worldId: string, accountId: string | null, how: { readonly afresh: boolean }): Promise<void>;
  /** The demo's people to sign in as, while this browser is on its way in; undefined when it is not. */
  picking(): Promise<{ readonly audience: Audience; readonly choices: readonly SignInChoice[] } | undefined>;
  /** Signs in as one of them; gives the address to go on to. */
  pick(subject: string): Promise<string | undefined>;
}

/** What is rate limited beyond plain traffic. */
export type LimitedTry =
  | "guest-tracking"
  | "lab-link"
  | "lab-record"
  | "light-link"
  | "sign-in"
  | "withdraw-code";

declare module "@remix-run/node" {
  interface AppLoadContext extends PageContext {}
}
