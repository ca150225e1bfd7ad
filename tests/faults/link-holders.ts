import { openLightLink } from "~/usecases/open-light-link";
import { acceptFulfilment, type OnFulfilment } from "~/usecases/respond-to-fulfilment";
import { openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";

/**
 * Several people who hold the same one-time link, in a process of their own: `DATABASE_URL BRAND NOW NAME HOW-MANY`. Says
 * "ready"; told a code, all of them open it, say so, and once they are told "go" answer yes by it at once, as of the
 * first version. Says what became of each. Ends when it is told "enough".
 */
const [url = "", brandId = "", now = "", name = "", many = ""] = process.argv.slice(2);
const db = await openDatabase(url);
const onedoor = onedoorAt(now, db);
await onedoor.directories.current(brandId);

let answers: (() => Promise<unknown>)[] = [];
process.on("message", async (heard: { code: string } | "go" | "enough") => {
  if (heard === "enough") {
    await db.close();
    process.disconnect();
    return;
  }
  if (heard === "go") {
    process.send?.(await Promise.all(answers.map((answer) => answer())));
    return;
  }
  const found = await openLightLink(onedoor, brandId, heard.code);
  if (found.kind !== "open") throw new Error(found.kind);
  const { id: accountId, organisationId, fulfilmentId } = found.link;
  answers = Array.from({ length: Number(many) }, (_, number) => () => {
    const actor = {
      kind: "partner" as const,
      organisationId,
      accountId,
      name: `${name} ${number}`,
      byLink: true as const,
    };
    const input: OnFulfilment & { later: true } = { fulfilmentId, version: 1, later: true };
    return acceptFulfilment(onedoor, brandId, actor, input);
  });
  process.send?.("opened");
});
process.send?.("ready");
