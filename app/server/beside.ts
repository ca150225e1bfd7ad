import { existsSync } from "node:fs";

/**
 * What begins a process so that all of its threads, those that collect its garbage too, have a processor only while nobody
 * else wants it (`chrt --idle`), and that ends it with the server, however that ends (`setpriv --pdeathsig`): who is
 * gone lets nobody go on. Both are of util-linux, which every Debian has.
 */
const [SETPRIV, CHRT] = ["/usr/bin/setpriv", "/usr/bin/chrt"];
const ARE_HERE = [SETPRIV, CHRT].every((path) => existsSync(path));

/** How `fork` begins a process beside the server, with these settings of Node's. */
export const begunBeside = (nodeSettings: readonly string[]) =>
  ARE_HERE
    ? {
        execPath: SETPRIV,
        execArgv: ["--pdeathsig", "KILL", CHRT, "--idle", "0", process.execPath, ...nodeSettings],
      }
    : { execArgv: [...nodeSettings] };
