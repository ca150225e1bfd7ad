import { writeLight } from "~/content/messages/light";
import { writeMessage } from "~/content/messages/write";
import { doormat } from "~/integrations/notify/doormat";
import { createNotify } from "~/integrations/notify/notify";
import { pathsFor } from "~/paths";
import type { PostOffice } from "~/usecases/send-messages";
import type { Doors } from "./doors";
import type { NotifyEnvironment } from "./environment";

/** No provider is waited for longer: well within the time for which a message is claimed. */
const LONGEST_MS = 20_000;

/**
 * Who carries the messages. Nothing ever leaves a brand of real names; any other's go out by GOV.UK Notify where that is
 * set up, which it never is in the demo, and else to the doormat.
 */
export function createPostOffice({
  notify,
  doors,
  baseUrl,
  codeOf,
}: {
  readonly notify: NotifyEnvironment | null;
  readonly doors: Doors;
  readonly baseUrl: string;
  readonly codeOf: PostOffice["codeOf"];
}): PostOffice {
  const post = notify === null ? doormat : createNotify({ ...notify, longestMs: LONGEST_MS });
  return {
    postFor: ({ kind }) => (kind === "real" ? null : post),
    write: writeMessage,
    writeLight,
    codeOf,
    async addressesAt(brandId) {
      const door = (await doors.current()).find(({ id }) => id === brandId);
      const paths = pathsFor(door?.isDefault || door?.host ? "" : `/b/${brandId}`);
      const base = new URL(baseUrl);
      if (door?.host) base.hostname = door.host;
      return {
        tracking: (reference) => `${base.origin}${paths.request(reference)}`,
        light: (code) => `${base.origin}${paths.light(code)}`,
      };
    },
  };
}
