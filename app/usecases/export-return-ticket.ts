import { buildDirectory } from "~/domain/directory/directory";
import { type ReturnTicket, ticketOf } from "~/integrations/fhir/return-ticket";
import { readDirectoryContents } from "~db/queries/directory";
import { readOwnRecords } from "~db/queries/own-records";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

/**
 * A partner's return ticket: all that is its own, of one moment, whether it is a partner still or has left. Undefined when
 * the brand has no such organisation. Throws UnknownBrand.
 */
export async function exportReturnTicket(
  onedoor: Onedoor,
  brandId: string,
  organisationId: string,
): Promise<ReturnTicket | undefined> {
  const { own, now } = await onedoor.db.write(async (tx) => {
    const directory = buildDirectory(await readDirectoryContents(tx, brandId));
    return {
      own: await readOwnRecords(tx, directory, organisationId),
      now: await brandNow(onedoor, brandId, tx),
    };
  });
  return own && ticketOf(own, now);
}
