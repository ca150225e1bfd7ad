import type { Adapter } from "oidc-provider";

interface Kept {
  readonly payload: Record<string, unknown>;
  readonly until: number;
}

const MOST = 5_000;

/**
 * The demo provider's memory: who is half-way through signing in. It lives as long as the process; after a restart
 * whoever was half-way is asked again.
 */
export function createProviderState(now: () => number = Date.now): new (model: string) => Adapter {
  const kept = new Map<string, Kept>();

  function read(key: string): Record<string, unknown> | undefined {
    const entry = kept.get(key);
    if (entry !== undefined && entry.until > now()) return entry.payload;
    kept.delete(key);
    return undefined;
  }

  return class ProviderState implements Adapter {
    constructor(private readonly model: string) {}

    async upsert(id: string, payload: Record<string, unknown>, expiresIn: number) {
      kept.delete(`${this.model}:${id}`);
      kept.set(`${this.model}:${id}`, { payload, until: now() + expiresIn * 1_000 });
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST) break;
        kept.delete(oldest);
      }
    }

    async find(id: string) {
      return read(`${this.model}:${id}`);
    }

    async findByUid(uid: string) {
      return this.first((payload) => payload.uid === uid);
    }

    async findByUserCode(code: string) {
      return this.first((payload) => payload.userCode === code);
    }

    async consume(id: string) {
      const payload = read(`${this.model}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(now() / 1_000);
    }

    async destroy(id: string) {
      kept.delete(`${this.model}:${id}`);
    }

    async revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    }

    private first(matches: (payload: Record<string, unknown>) => boolean) {
      for (const key of kept.keys()) {
        if (!key.startsWith(`${this.model}:`)) continue;
        const payload = read(key);
        if (payload !== undefined && matches(payload)) return payload;
      }
      return undefined;
    }
  };
}
