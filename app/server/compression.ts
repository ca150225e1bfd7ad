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

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** What is sent once is compressed quickly; what is kept and sent often, well. */
export async function compressed(body: Buffer, encoding: Encoding, sent: "once" | "often"): Promise<Buffer> {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return gzipped(body, { level: sent === "once" ? 4 : 6 });
  return brotlied(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: sent === "once" ? 3 : 6,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
