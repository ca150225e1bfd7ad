import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoardHead } from "~/components/board/board-head";
import { AreaMap } from "~/components/board/charts/area-map";
import { Chart } from "~/components/board/charts/chart";
import { ChartTable } from "~/components/board/charts/chart-table";
import { FlowBands } from "~/components/board/charts/flow-bands";
import { NothingYet } from "~/components/board/charts/nothing-yet";
import { FlowHead } from "~/components/board/flow-head";
import { MeasureTable } from "~/components/board/measure-table";
import { Folded } from "~/components/work/folded";
import { FLOW, FLOW_SHOWN } from "~/content/board/flow";
import { useFrontDoor } from "~/front-door";
import { flowHere, headOf } from "./flow-of";
import { FLOW_TABLES, flowPage } from "./flow-page";
import { priceTable } from "./flow-pictures";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: FLOW.title }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const here = flowHere(context, request);
  const { brand, paths } = context;
  const head = headOf(context, here);
  const page = {
    head,
    command: brand.kind === "lab" ? null : FLOW.command(brand.id),
    files: Object.fromEntries(
      FLOW_TABLES.map((table) => [table, paths.boardFlowCsv({ ...here.asked.query, table })]),
    ) as Readonly<Record<(typeof FLOW_TABLES)[number], string>>,
    prices: priceTable(),
    ...(await flowPage(context, here)),
  };
  return data(page, { status: head.error === null ? 200 : 400 });
}

export default function Flow() {
  const { head, command, files, prices, nothing, shown, picture, partners } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const words = FLOW_SHOWN[shown];
  return (
    <>
      <BoardHead at="flow" title={FLOW.title} />
      <p>{words.intro}</p>
      <FlowHead view={head} action={paths.boardFlow()} />
      {nothing ? (
        <NothingYet command={command} />
      ) : (
        <>
          {partners === null ? null : (
            <section aria-labelledby="measures">
              <h2 className="nhsuk-heading-m" id="measures">
                {FLOW.measures}
              </h2>
              <MeasureTable lines={partners.measures} />
              <p className="no-print">
                <a href={files.measures} aria-describedby="measures">
                  {FLOW.file}
                </a>
              </p>
            </section>
          )}
          <Chart id="flow" title={words.title} how={words.how} file={files.flow} table={picture.table}>
            <FlowBands id="flow-picture" bands={picture.bands} />
          </Chart>
          {partners === null ? null : (
            <>
              <Chart id="map" title={FLOW.map} how={FLOW.mapHow} file={files.map} table={partners.map.table}>
                <AreaMap id="map-picture" map={partners.map.map} />
              </Chart>
              <Chart
                id="cost"
                title={FLOW.cost}
                how={FLOW.costHow}
                file={files.cost}
                table={partners.cost.table}
                folded={FLOW.byPartner}
              >
                {partners.cost.total === null ? null : (
                  <p>
                    {FLOW.total}: <strong>{partners.cost.total}</strong>
                  </p>
                )}
                <Folded summary={FLOW.prices} open={false}>
                  <ChartTable table={prices} />
                </Folded>
              </Chart>
              <Chart
                id="settings"
                title={FLOW.settings}
                how={FLOW.settingsHow}
                file={files.settings}
                table={partners.settings.table}
                folded={FLOW.byNeed}
              >
                <dl className="board-halves">
                  {partners.settings.whole.map((share, half) => (
                    <div key={FLOW.halves[half]}>
                      <dt>{FLOW.halves[half]}</dt>
                      <dd>{share}</dd>
                    </div>
                  ))}
                </dl>
              </Chart>
            </>
          )}
        </>
      )}
    </>
  );
}
