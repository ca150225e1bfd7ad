import { expect, test } from "vitest";
import { startServer } from "~tests/support/server";
import { JourneyClient } from "./journey-client";

test("the client of the benches answers every question of the demo, and sends its request", async () => {
  const server = await startServer({ seed: true });
  const client = new JourneyClient(server.url);
  try {
    expect(await client.send(await client.upToCheck())).toMatch(/^\/requests\//);
  } finally {
    client.close();
    await server.stop();
  }
});
