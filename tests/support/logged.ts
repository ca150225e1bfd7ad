import { vi } from "vitest";
import type { RawAnswer, RunningServer } from "./server";

/** What a server has written once its line of an answer has come: what it writes comes by a pipe, after the answer. */
export async function loggedUpTo(server: RunningServer, { headers }: RawAnswer): Promise<string> {
  const id = String(headers["x-request-id"]);
  await vi.waitUntil(() => server.output().includes(id), { timeout: 10_000 });
  return server.output();
}
