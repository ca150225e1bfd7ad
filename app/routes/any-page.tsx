import { type MetaFunction, Outlet, useRouteError } from "@remix-run/react";
import { ErrorPage, titleOf } from "~/components/error-page";
import type { loader as root } from "~/root";

/** The title of a page that failed; every other page has its own. */
export const meta: MetaFunction<unknown, { root: typeof root }> = ({ error, matches }) => [
  { title: titleOf(error, matches.find(({ id }) => id === "root")?.data?.brand.name) },
];

export default Outlet;

/**
 * A page that fails stands in its frame still, with where help is. Were this the root's, the root would not be asked for
 * the front door once something that is sent has failed.
 */
export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
