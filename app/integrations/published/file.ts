import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";

/** A published file that cannot be used at all. Its message says which file, what is wrong, and where. */
export class UnusableFile extends Error {
  constructor(
    readonly file: string,
    readonly problem: string,
  ) {
    super(`${file}: ${problem}`);
    this.name = "UnusableFile";
  }
}

/** The bytes of a published file, unpacked, and the SHA-256 of the file as it lies on the disk once all is read. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Readable;
  readonly digest: () => string;
}

const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** Opens a file as a stream; a gzip is known by its first bytes, so `.gz` may be missing from the name. */
export async function openPublished(path: string): Promise<OpenedFile> {
  const name = basename(path);
  const packed = await isGzip(path, name);
  if (!packed && name.endsWith(".gz")) throw new UnusableFile(name, "is called .gz but is not a gzip file");

  const hash = createHash("sha256");
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const source = createReadStream(path);
  const raw = source.pipe(hashed);
  const bytes: Readable = packed ? raw.pipe(createGunzip()) : raw;
  source.on("error", (error) => bytes.destroy(new UnusableFile(name, `cannot be read (${codeOf(error)})`)));
  bytes.on("close", () => source.destroy());
  let digest: string | undefined;
  return {
    name,
    bytes,
    digest: () => {
      digest ??= hash.digest("hex");
      return digest;
    },
  };
}

/** The plain words for what Node says of a stream that broke. */
export function asUnusable(file: string, error: unknown): UnusableFile {
  if (error instanceof UnusableFile) return error;
  const code = codeOf(error);
  if (code === "Z_BUF_ERROR") return new UnusableFile(file, "the gzip is cut short");
  if (code.startsWith("Z_")) return new UnusableFile(file, "the gzip is damaged");
  return new UnusableFile(file, `cannot be read (${code})`);
}

async function isGzip(path: string, name: string): Promise<boolean> {
  const first = Buffer.alloc(2);
  try {
    const handle = await open(path, "r");
    try {
      const { bytesRead } = await handle.read(first, 0, 2, 0);
      if (bytesRead === 0) throw new UnusableFile(name, "is empty");
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof UnusableFile ? error : new UnusableFile(name, `cannot be read (${codeOf(error)})`);
  }
  return first[0] === GZIP_MAGIC[0] && first[1] === GZIP_MAGIC[1];
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : String(error);
