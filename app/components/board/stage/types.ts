import type { PointLine } from "~/domain/routing/types";

/** One offer as the router’s pane shows it. */
export interface OfferShown {
  readonly offerId: string;
  readonly name: string;
  readonly chosen: boolean;
  readonly points: number;
  readonly lines: readonly PointLine[];
}

/** A decision as the router’s pane shows it: of one part of a request, or of the whole. */
export interface DecisionShown {
  /** A new one has another, so that what appears is seen to. */
  readonly key: string;
  /** The care that it is about; empty where the request has one part. */
  readonly part: string;
  readonly heading: string;
  readonly judged: number;
  readonly byPerson: boolean;
  readonly offers: readonly OfferShown[];
  /** Offers that could be asked too, and are not shown one by one. */
  readonly more: number;
  /** Offers that cannot be asked, each with the first rule that it failed. */
  readonly failed: readonly { readonly offerId: string; readonly name: string; readonly why: string }[];
  readonly failedMore: number;
}

/** How a part stands, beside its decision. */
export interface StandingShown {
  readonly owner: string;
  /** Nobody has it any more: `owner` says so. */
  readonly over: boolean;
  readonly due: string;
  readonly promise: string;
  /** Who had it before, and why no longer. */
  readonly before: readonly string[];
}

/** A page in a pane, and what of it is to be seen first: the first of some elements, by selectors, that it has. */
export interface PaneShown {
  /** Null where nobody works whose page it would be. */
  readonly address: string | null;
  readonly title: string;
  readonly scroll: string;
}
