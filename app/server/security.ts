import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { contentSecurityPolicy } from "./content-security-policy";

/** The pages of a stage's world stand in the panes of the board room, and in no other site's. */
export function allowFramingBySelf(response: Response): void {
  response.setHeader("X-Frame-Options", "SAMEORIGIN");
  response.setHeader("Content-Security-Policy", contentSecurityPolicy({ framedBySelf: true }));
}

/**
 * `same-origin`, because `no-referrer` makes browsers send `Origin: null` with every form. Plain http (a phone on the
 * demo's Wi-Fi) gets no Strict-Transport-Security, which would lock it out.
 */
export function securityHeaders(https: boolean): RequestHandler[] {
  const policy = contentSecurityPolicy();
  return [
    helmet({
      contentSecurityPolicy: false,
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      xFrameOptions: { action: "deny" },
      originAgentCluster: https,
      crossOriginOpenerPolicy: https ? { policy: "same-origin" } : false,
    }),
    (_request, response, next) => {
      response.setHeader("Content-Security-Policy", policy);
      response.setHeader(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
      );
      next();
    },
  ];
}
