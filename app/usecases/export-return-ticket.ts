import { buildDirectory } from "~/domain/directory/directory";
import { type ReturnTicket, ticketOf } from "~/integrations/fhir/return-ticket";
import { readDirectoryContents } from "~db/queries/directory";
import { readOwnRecords } from "~db/queries/own-records";
import { auditRead, type Reading } from "./audit";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

/**
 * A partner's return ticket: all that is its own, of one moment, whether it is a partner still or has left. That `who`
 * took it is written down first. Undefined when the brand has no such organisation. Throws UnknownBrand.
 */
export async function exportReturnTicket(
  onedoor: Onedoor,
  brandId: string,
  organisationId: string,
  who: Reading,
): Promise<ReturnTicket | undefined> {
  const { own, now } = await onedoor.db.write(async (tx) => {
    const directory = buildDirectory(await readDirectoryContents(tx, brandId));
    return {
      own: await readOwnRecords(tx, directory, organisationId),
      now: await brandNow(onedoor, brandId, tx),
    };
  });
  if (own === undefined) return undefined;
  const ticket = ticketOf(own, now);
  const { files } = ticket.manifest;
  const counts = Object.fromEntries(files.map(({ resourceType, count }) => [resourceType, count]));
  await auditRead(onedoor, brandId, { who, action: "exported", subject: organisationId, detail: counts });
  return ticket;
}
