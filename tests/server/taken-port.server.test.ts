import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../support/server";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
});

test("a server whose port is taken says which setting to change, and ends", async () => {
  const another = startServer({ after: server, environment: { PORT: String(server.port) } });
  await expect(another).rejects.toThrow(/^The server stopped with 1 before it opened/);
  await expect(another).rejects.toThrow(
    `PORT ${server.port} is used by another program: set one that is free`,
  );
});
