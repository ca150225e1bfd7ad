import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvLine, sheetMoment } from "~/content/spreadsheet";
import { STATES } from "~/content/statuses";
import { PAPER } from "~/content/worklist";
import { localDate } from "~/domain/shared/time";
import { workIds, workItems } from "~db/queries/worklist";
import { atWork } from "./partner-access";
import { auditListed, lineOf, workHere } from "./work-of";

/** How many lines are read and written at once. */
const AT_ONCE = 250;

/**
 * A worklist as a file for a spreadsheet. It is written as it is read, a page at a time: the day's whole list is never
 * held at once.
 */
export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  const { onedoor, now } = context;
  const viewer = atWork(context, request);
  const { organisation, work, asked } = await workHere(context, viewer, new URL(request.url).searchParams);
  const ids = await workIds(onedoor.db.kysely, work, asked);
  let next = 0;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${csvLine(PAPER.csvColumns)}`)),
    async pull(controller) {
      const items = await workItems(onedoor.db.kysely, work, ids.slice(next, next + AT_ONCE));
      next += AT_ONCE;
      if (items.length === 0) {
        controller.close();
        return;
      }
      await auditListed(context, viewer, organisation.id, items);
      const text = items.map((item) => {
        const line = lineOf(item, context);
        const { fulfilment, person, dueAt } = item;
        return csvLine([
          item.reference,
          person?.name ?? "",
          person?.bornOn ?? "",
          line.service,
          line.partOf,
          STATES[line.state].tag,
          item.part.priority,
          ...[fulfilment.requestedAt, fulfilment.answerBy, dueAt, fulfilment.appointment?.startsAt].map(
            (at) => (at ? sheetMoment(at) : ""),
          ),
          line.deadline?.text ?? "",
        ]);
      });
      controller.enqueue(encoder.encode(text.join("")));
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="worklist-${organisation.id}-${localDate(now)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
