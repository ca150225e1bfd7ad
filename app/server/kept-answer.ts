import { createHash } from "node:crypto";
import type { Request, Response } from "express";
import { compressed, type Encoding, encodingFor, isWorthCompressing, type Sent } from "./compression";

/** An answer kept whole in memory, with its compressed forms, made the first time each is asked for. */
export class KeptAnswer {
  readonly etag: string;
  readonly size: number;
  private readonly compressible: boolean;
  private readonly forms = new Map<Encoding, Buffer>();
  private readonly making = new Map<Encoding, Promise<Buffer>>();

  constructor(
    private readonly identity: Buffer,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly sent: Sent,
  ) {
    this.etag = `W/"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
    this.size = identity.length;
    this.compressible = isWorthCompressing(identity, headers["Content-Type"] ?? "");
    this.forms.set("identity", identity);
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
    const made = compressed(this.identity, encoding, this.sent).then((body) => {
      this.forms.set(encoding, body);
      this.making.delete(encoding);
      return body;
    });
    this.making.set(encoding, made);
    return made;
  }
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").some((tag) => bare(tag) === bare(etag));
}
