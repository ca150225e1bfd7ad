import type { Post } from "~/integrations/notify/post";
import { sendDueMessages } from "~/usecases/send-messages";
import { openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";
import { postOffice } from "~tests/support/post-office";

/**
 * One process that sends messages: `DATABASE_URL BRAND NOW DIES-AT`. Says "ready"; told to go on, it sends what is due and
 * says the reference and the words of each as the provider has it. It kills itself (kill -9) once the provider has had
 * so many, before it has heard the answer; 0 is never. Says "done" at the end.
 */
const [url = "", brandId = "", now = "", diesAt = ""] = process.argv.slice(2);
const db = await openDatabase(url);
const onedoor = onedoorAt(now, db);
await onedoor.directories.current(brandId);
const say = (words: object | string) => new Promise<void>((said) => process.send?.(words, () => said()));

let handed = 0;
const post: Post = {
  async send({ reference, written }) {
    handed += 1;
    const last = handed === Number(diesAt);
    await say({ reference, words: JSON.stringify(written) });
    if (last) process.kill(process.pid, "SIGKILL");
    return { kind: "accepted", providerId: reference };
  },
};

process.once("message", async () => {
  await sendDueMessages(onedoor, postOffice(post), brandId);
  await say("done");
  await db.close();
  process.disconnect();
});
await say("ready");
