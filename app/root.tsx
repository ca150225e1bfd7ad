import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorPage, titleOf } from "./components/error-page";
import { Bar } from "./components/lab/bar";
import { PageFrame } from "./components/page-frame";
import { may } from "./domain/access/may";
import { type FrontDoor, useFrameWords, useMaybeFrontDoor } from "./front-door";
import { useNonce } from "./nonce";
import { barOf } from "./routes/lab/bar-of";
import styles from "./styles/onedoor.scss?url";
import barStyles from "./styles/test-bar.scss?url";
import workStyles from "./styles/work.scss?url";

/** What a route says of itself, in its `handle`. */
export interface Handle {
  /** Asks for the framework's script. Patient pages never do. */
  readonly interactive?: boolean;
  /**
   * The page is alike for everyone without a session or a draft, so it is kept as it was rendered. It may differ by
   * the named fields of its query; with any other field in the address it is rendered anew.
   */
  readonly kept?: readonly string[];
}

export async function loader({ context, request }: LoaderFunctionArgs): Promise<FrontDoor> {
  const { brand, patient, partner, board, lab, prefix } = context;
  const bar = await barOf(context, request);
  return {
    brand: {
      id: brand.id,
      name: brand.name,
      strapline: brand.strapline,
      area: brand.area,
      kind: brand.kind,
      mark: brand.mark,
      desk: brand.desk,
      attribution: brand.attribution,
    },
    prefix,
    path: new URL(request.url).pathname,
    patient: patient && {
      name: patient.name,
      secondsLeft: Math.max(0, Math.round((Date.parse(patient.signedInUntil) - Date.now()) / 1_000)),
    },
    remembered: patient !== null || context.visitor !== null,
    partner: partner && {
      name: partner.name,
      desk: may(partner, "see-desk"),
      runs: may(partner, "run-front-door"),
    },
    board: board && { name: board.name },
    lab: lab && { name: lab.name },
    ...(bar && { bar }),
  };
}

/** The title of a page whose frame could not be drawn. */
export const meta: MetaFunction<typeof loader> = ({ error, data: door }) => [
  { title: titleOf(error, door?.brand.name) },
];

/** The routes of people at work, of the board and of the lab, by their ids, bare and under a brand. */
const AT_WORK = /^(brand\/)?(partner|desk|manage|board|lab)\//;

export function Layout({ children }: { children: ReactNode }) {
  const door = useMaybeFrontDoor();
  const nonce = useNonce();
  const { lang, dir } = useFrameWords();
  const matches = useMatches();
  const interactive = matches.some((match) => (match.handle as Handle | undefined)?.interactive === true);
  const atWork = matches.some(({ id }) => AT_WORK.test(id));
  return (
    <html lang={lang} dir={dir} className="nhsuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <link rel="icon" type="image/svg+xml" href="/door.svg" />
        <link rel="stylesheet" href={door ? `${styles}?${door.brand.mark.colour.slice(1)}` : styles} />
        {door?.bar ? <link rel="stylesheet" href={barStyles} /> : null}
        {atWork ? <link rel="stylesheet" href={workStyles} /> : null}
        <Links />
      </head>
      <body className="nhsuk-template__body">
        {children}
        {door?.bar ? <Bar bar={door.bar} /> : null}
        {interactive ? <ScrollRestoration nonce={nonce} /> : null}
        {interactive ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

export default function App() {
  return (
    <PageFrame>
      <Outlet />
    </PageFrame>
  );
}

/** Where the front door itself could not be read: any other page that fails stands in it (routes/any-page). */
export function ErrorBoundary() {
  return (
    <PageFrame>
      <ErrorPage error={useRouteError()} />
    </PageFrame>
  );
}
