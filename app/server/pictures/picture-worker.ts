import { z } from "zod";
import { answersFrom, openDrawer } from "./draw-page";
import { type FromWorker, HOW_TO_DRAW, ToWorker } from "./picture-maker";

const How = z.object({ chromium: z.string(), client: z.string() });
const { chromium, client } = How.parse(JSON.parse(process.env[HOW_TO_DRAW] ?? "null"));

/** Draws one page after another, as the server hands them over, in a browser that it begins with the first. */
const drawer = openDrawer(chromium, answersFrom(client));
// Without a browser there is nothing that this process can do; another may have more luck.
drawer.catch(() => process.exit(1));
const tell = (what: FromWorker) => process.send?.(what);

process.on("message", (message) => {
  drawer
    .then(({ draw }) => draw(ToWorker.parse(message)))
    .then(
      (drawn) => tell({ drawn }),
      (error: unknown) => tell({ failed: error instanceof Error ? error.name : typeof error }),
    );
});

// The server that asked for it ends it, and nothing goes on without one.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.on("disconnect", () => process.exit());
