/** A brand as the server finds it: by name in the address, by host, or as the one at bare addresses. */
export interface BrandDoor {
  readonly id: string;
  readonly host: string | null;
  readonly isDefault: boolean;
}

export interface Doors {
  /** The brands there are now, at most a second old. */
  current(): Promise<readonly BrandDoor[]>;
  /** Whether a host name is a brand's own, as last read. */
  hasHost(host: string): boolean;
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

  return {
    async current() {
      if (performance.now() - readAt < FRESH_MS) return doors;
      reading ??= readAgain().finally(() => {
        reading = undefined;
      });
      return reading;
    },
    hasHost: (host) => doors.some((door) => door.host === host),
  };
}

const NAMED = /^\/b\/([a-z0-9][a-z0-9-]{0,62})(?:\/|\.data$|$)/;

/** Which front door an address belongs to, and the prefix of its pages. Undefined when there is none. */
export function doorOf(
  doors: readonly BrandDoor[],
  path: string,
  host: string | undefined,
): { readonly brandId: string; readonly prefix: string } | undefined {
  if (path === "/b" || path.startsWith("/b/")) {
    const id = NAMED.exec(path)?.[1];
    return doors.some((door) => door.id === id) ? { brandId: String(id), prefix: `/b/${id}` } : undefined;
  }
  const hostname = host?.replace(/:\d+$/, "").toLowerCase();
  const door = doors.find((each) => each.host === hostname) ?? doors.find((each) => each.isDefault);
  return door && { brandId: door.id, prefix: "" };
}
