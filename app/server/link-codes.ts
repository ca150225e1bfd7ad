import { createHmac } from "node:crypto";

/**
 * The code of a one-time link, 256 bits, worked out from its id and this installation's secret: so that it need not be
 * kept to be sent again, and nobody who reads the database can make it.
 */
export const linkCodes =
  (secret: string) =>
  (brandId: string, linkId: string): string =>
    createHmac("sha256", secret).update(`light link ${brandId} ${linkId}`).digest("base64url");
