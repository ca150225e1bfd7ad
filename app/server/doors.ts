/** A brand as the server finds it: by name in the address, by host, or as the one at bare addresses. */
export interface BrandDoor {
  readonly id: string;
  readonly host: string | null;
  readonly isDefault: boolean;
  /** What it is the world of: a stage in a board room, whose pages that room may frame, or who takes part in a study. */
  readonly world: "stage" | "lab" | null;
}

export interface Doors {
  /** The brands there are now, at most a second old. */
  current(): Promise<readonly BrandDoor[]>;
  /** The brand that an address belongs to. A world is found from the moment that it is there. */
  find(path: string, host: string | undefined): Promise<FoundDoor | undefined>;
  /** Whether a host name is a brand's own, as last read. */
  hasHost(host: string): boolean;
}

export interface FoundDoor {
  readonly brandId: string;
  /** "" at bare addresses, "/b/larkmouth" under a brand's own. */
  readonly prefix: string;
  readonly world: BrandDoor["world"];
}

const FRESH_MS = 1_000;

export function createDoors(read: () => Promise<readonly BrandDoor[]>): Doors {
  let doors: readonly BrandDoor[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<readonly BrandDoor[]> | undefined;

  async function readAgain() {
    doors = await read();
    readAt = performance.now();
    return doors;
  }

  function readNow() {
    reading ??= readAgain().finally(() => {
      reading = undefined;
    });
    return reading;
  }
  const current = async () => (performance.now() - readAt < FRESH_MS ? doors : readNow());

  return {
    current,
    async find(path, host) {
      const found = doorOf(await current(), path, host);
      return found === undefined && WORLD.test(path) ? doorOf(await readNow(), path, host) : found;
    },
    hasHost: (host) => doors.some((door) => door.host === host),
  };
}

/** What worlds are called: one may be a moment old. */
const WORLD = /^\/b\/(stage|lab)-/;
const NAMED = /^\/b\/([a-z0-9][a-z0-9-]{0,62})(?:\/|\.data$|$)/;

/** Which front door an address belongs to, and the prefix of its pages. Undefined when there is none. */
export function doorOf(
  doors: readonly BrandDoor[],
  path: string,
  host: string | undefined,
): FoundDoor | undefined {
  if (path === "/b" || path.startsWith("/b/")) {
    const id = NAMED.exec(path)?.[1];
    const named = doors.find((door) => door.id === id);
    return named && { brandId: named.id, prefix: `/b/${named.id}`, world: named.world };
  }
  const hostname = host?.replace(/:\d+$/, "").toLowerCase();
  const door = doors.find((each) => each.host === hostname) ?? doors.find((each) => each.isDefault);
  return door && { brandId: door.id, prefix: "", world: door.world };
}
