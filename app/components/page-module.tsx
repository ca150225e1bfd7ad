/**
 * One of `public/modules`, for a page that is whole without it: it comes after all that the page is drawn with.
 * React's types know no `fetchpriority` for a script, and React 18 writes it as it stands.
 */
const LATE = { fetchpriority: "low" };

export function PageModule({ name }: { readonly name: string }) {
  return <script type="module" src={`/modules/${name}.js`} async {...LATE} />;
}
