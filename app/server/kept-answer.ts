import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, Response } from "express";

type Encoding = "br" | "gzip" | "identity";

const COMPRESSIBLE = /^(text\/|application\/(javascript|json|manifest\+json)|image\/svg)/;
const SMALLEST_COMPRESSED = 512;

/** An answer kept whole in memory, with its compressed forms, made the first time each is asked for. */
export class KeptAnswer {
  readonly etag: string;
  readonly size: number;
  private readonly compressible: boolean;
  private readonly forms = new Map<Encoding, Buffer>();
  private readonly making = new Map<Encoding, Promise<Buffer>>();

  constructor(
    body: Buffer,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    this.etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    this.size = body.length;
    this.compressible =
      body.length >= SMALLEST_COMPRESSED && COMPRESSIBLE.test(headers["Content-Type"] ?? "");
    this.forms.set("identity", body);
  }

  async send(request: Request, response: Response): Promise<void> {
    for (const name in this.headers) response.setHeader(name, this.headers[name] ?? "");
    response.setHeader("ETag", this.etag);
    if (matches(request.headers["if-none-match"], this.etag)) {
      response.statusCode = 304;
      response.end();
      return;
    }
    const encoding = this.compressible ? encodingFor(request.headers["accept-encoding"]) : "identity";
    const body = this.forms.get(encoding) ?? (await this.make(encoding));
    if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
    response.setHeader("Content-Length", body.length);
    response.statusCode = 200;
    response.end(request.method === "HEAD" ? undefined : body);
  }

  private make(encoding: Encoding): Promise<Buffer> {
    const under = this.making.get(encoding);
    if (under) return under;
    const made = compress(this.forms.get("identity") ?? Buffer.alloc(0), encoding).then((body) => {
      this.forms.set(encoding, body);
      this.making.delete(encoding);
      return body;
    });
    this.making.set(encoding, made);
    return made;
  }
}

const deflated = promisify(gzip);
const brotlied = promisify(brotliCompress);

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return deflated(body, { level: 6 });
  return brotlied(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/** The best form that the browser takes. `;q=0` refuses one. */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  const text = String(accepted ?? "");
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(text)) return "br";
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(text)) return "gzip";
  return "identity";
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").some((tag) => bare(tag) === bare(etag));
}
