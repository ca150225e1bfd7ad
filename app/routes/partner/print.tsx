import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink, Button } from "nhsuk-react-components";
import { PageModule } from "~/components/page-module";
import { PaperList } from "~/components/work/paper-list";
import { momentWords } from "~/content/deadlines";
import { STATES } from "~/content/statuses";
import { PAPER, WORKLIST_VIEWS } from "~/content/worklist";
import { sentence } from "~/domain/shared/in-words";
import { useFrontDoor } from "~/front-door";
import { workIds, workItems } from "~db/queries/worklist";
import { atWork } from "./partner-access";
import { auditListed, lineOf, workHere } from "./work-of";
import { workQuery } from "./work-query";

export { sheetStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.heading }];

/** As many as a day's paper holds: twelve sheets. */
const MOST = 300;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { onedoor, now } = context;
  const viewer = atWork(context, request);
  const query = new URL(request.url).searchParams;
  const { organisation, others, work, asked } = await workHere(context, viewer, query);
  const ids = await workIds(onedoor.db.kysely, work, asked);
  const items = await workItems(onedoor.db.kysely, work, ids.slice(0, MOST));
  await auditListed(context, viewer, organisation.id, items);
  return {
    heading: PAPER.heading(organisation.name, WORKLIST_VIEWS[asked.view].label),
    asQuery: { organisation: others.length > 0 ? organisation.id : "", ...workQuery(asked) },
    printed: PAPER.printed(momentWords(now, now), items.length, ids.length),
    lines: items.map((item) => {
      const line = lineOf(item, context);
      return {
        id: line.id,
        cells: [
          line.reference,
          line.person,
          [line.service, line.partOf].filter(Boolean).join(". "),
          sentence(line.deadline?.text ?? ""),
          STATES[line.state].tag,
        ],
      };
    }),
  };
}

export default function PrintWorklist() {
  const page = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  return (
    <div className="sheet">
      <BackLink href={paths.partner(page.asQuery)}>{PAPER.back}</BackLink>
      <div className="sheet__head">
        <div>
          <h1 className="nhsuk-heading-m">{page.heading}</h1>
          <p className="sheet__small">{page.printed}</p>
        </div>
        <div className="sheet__print">
          <Button type="button" secondary hidden data-print="">
            {PAPER.print}
          </Button>
        </div>
      </div>
      <PaperList columns={PAPER.columns} lines={page.lines} label={page.heading} />
      <PageModule name="print" />
    </div>
  );
}
