import type { RequestHandler } from "express";
import helmet from "helmet";
import { contentSecurityPolicy } from "./content-security-policy";

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
