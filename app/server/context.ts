import type { AppLoadContext } from "@remix-run/node";
import type { Request, Response } from "express";
import { COOKIES } from "~/content/cookies";
import { answersFor, type Led } from "~/domain/access/lead";
import type { Roles } from "~/domain/access/roles";
import type { Directory } from "~/domain/directory/directory";
import { type Instant, localDate } from "~/domain/shared/time";
import { pathsFor } from "~/paths";
import type { Onedoor } from "~/usecases/context";
import { readBrandNow } from "~db/queries/brands";
import type { LimitedTry, SignIn } from "./app-context";
import { type CookieWriter, cookieName, hashOf, newToken, readCookies } from "./cookies";
import { leftBehind } from "./lab-sessions";
import type { MayTry } from "./limits";
import type { Live } from "./live";
import { nextPage } from "./next-page";
import type { StandAside } from "./patients-first";
import type { Asking } from "./sign-in";
import { type Known, pageAsked, type UrlMap } from "./url-map";
import type { Viewers } from "./viewers";
import type { WhatIfRuns } from "./what-if-runs";

export interface ContextParts {
  readonly onedoor: Onedoor;
  /** The colours of the brands that pages were drawn for; a stylesheet is kept in each. */
  readonly coloursWorn: Set<string>;
  readonly viewers: Viewers;
  readonly signInFor: (asking: Asking) => SignIn;
  readonly cookies: CookieWriter;
  readonly mayTry: MayTry;
  readonly codeOfLink: ((brandId: string, linkId: string) => string) | null;
  readonly live: Live;
  readonly whatIf: Pick<WhatIfRuns, "start" | "stop">;
  readonly makesPictures: boolean;
  readonly urlMap: UrlMap;
}

/** Makes what loaders and actions find in `context`. Cookies that they ask for wait in `response.locals.setCookies`. */
export function createContexts(parts: ContextParts) {
  const { onedoor, viewers, cookies } = parts;
  return async (request: Request, response: Response, standAside: StandAside): Promise<AppLoadContext> => {
    const {
      brandId,
      prefix,
      world,
      participant: theirs,
      origin,
      requestId,
      known,
    } = response.locals as Located;
    const sent = readCookies(request.headers.cookie);
    const waiting = new Set<string>();
    response.locals.setCookies = waiting;
    const setCookie = (header: string) => void waiting.add(header);

    const [directory, now, patient, worker, board, lab, participant] = await Promise.all([
      onedoor.directories.current(brandId),
      readBrandNow(onedoor.db.kysely, brandId, onedoor.clock()),
      viewers.patient(sent, brandId),
      viewers.partner(sent, brandId),
      viewers.board(sent, brandId),
      viewers.lab(sent, brandId),
      // In a world of theirs the front door has asked already.
      theirs ?? viewers.participant(sent, brandId, world),
    ]);
    const partner = worker && { ...worker, answersFor: ledBy(worker, directory, now) };
    parts.coloursWorn.add(directory.brand.mark.colour);
    let draftToken = sent.get(cookieName("draft", brandId));

    return {
      onedoor,
      brand: directory.brand,
      directory,
      now,
      prefix,
      world,
      paths: pathsFor(prefix),
      patient,
      partner,
      board,
      lab,
      participant,
      newHolder() {
        const token = newToken();
        return {
          hash: hashOf(token),
          hold: () => setCookie(cookies.set("participant", brandId, token, COOKIES.participant.seconds)),
        };
      },
      forgetParticipant() {
        setCookie(cookies.clear("participant", brandId));
        for (const header of leftBehind(sent, cookies, null)) setCookie(header);
      },
      visitor: draftToken === undefined ? null : { hash: hashOf(draftToken) },
      ensureVisitor() {
        draftToken ??= newToken();
        const header = cookies.set("draft", brandId, draftToken, COOKIES.draft.seconds);
        setCookie(header);
        return { hash: hashOf(draftToken), setCookie: header };
      },
      mayTry: (what: LimitedTry, subject: string) =>
        parts.mayTry(what, request.ip ?? "", `${brandId} ${subject}`),
      codeOfLink: parts.codeOfLink && ((linkId) => parts.codeOfLink?.(brandId, linkId) ?? ""),
      signIn: parts.signInFor({
        request,
        response,
        brandId,
        prefix,
        origin,
        board,
        participant,
        cookies: sent,
        setCookie,
      }),
      nextPage: (asked: string | null) => nextPage(parts.urlMap, prefix, asked),
      live: parts.live,
      whatIf: parts.whatIf,
      makesPictures: parts.makesPictures,
      requestId,
      standAside,
      page: known === undefined ? null : pageAsked(request, known),
    };
  };
}

const ledBy = ({ memberships }: Roles, { partnerships }: Directory, now: Instant): readonly Led[] =>
  answersFor(
    memberships.map(({ organisationId }) => organisationId),
    partnerships,
    localDate(now),
  );

interface Located {
  readonly brandId: string;
  readonly prefix: string;
  readonly world: AppLoadContext["world"];
  readonly participant?: AppLoadContext["participant"];
  readonly origin: string;
  readonly requestId: string;
  readonly known: Known | undefined;
}

/** Puts the cookies that a page asked for on its answer, each once. */
export function withCookies(answer: globalThis.Response, waiting: ReadonlySet<string>): globalThis.Response {
  if (waiting.size === 0) return answer;
  const headers = new Headers(answer.headers);
  const already = new Set(headers.getSetCookie());
  for (const header of waiting) if (!already.has(header)) headers.append("Set-Cookie", header);
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}
