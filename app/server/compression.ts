import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";

export type Encoding = "br" | "gzip" | "identity";

const COMPRESSIBLE = /^(text\/|application\/(javascript|json|manifest\+json)|image\/svg)/;
const SMALLEST = 512;

export const isWorthCompressing = (body: Buffer, contentType: string): boolean =>
  body.length >= SMALLEST && COMPRESSIBLE.test(contentType);

const ENCODINGS = ["br", "gzip", "identity"] as const;

/** The best form that the browser takes. */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  const wanted = new Negotiator({ headers: { "accept-encoding": String(accepted ?? "identity") } });
  const taken = wanted.encodings([...ENCODINGS]);
  return ENCODINGS.find((encoding) => taken.includes(encoding)) ?? "identity";
}

/** How often a body is sent as it was compressed: an answer of somebody's own, a page for a minute, a build's file. */
export type Sent = "once" | "often" | "always";

const BROTLI: Readonly<Record<Sent, number>> = { once: 3, often: 6, always: 11 };
const GZIP: Readonly<Record<Sent, number>> = { once: 4, often: 6, always: 9 };

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** What is sent once is compressed quickly; what is kept and sent again, the better the longer it is kept. */
export async function compressed(body: Buffer, encoding: Encoding, sent: Sent): Promise<Buffer> {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return gzipped(body, { level: GZIP[sent] });
  return brotlied(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI[sent],
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
