/** React's types know no `fetchpriority` for a script, and React 18 writes it as it stands. */
const LATE = { fetchpriority: "low" };

/** One of `public/modules`, for a page that is whole without it: it is asked for once the page has been drawn. */
export function PageModule({ name }: { readonly name: string }) {
  return <script type="module" src="/modules/later.js" data-module={name} async {...LATE} />;
}
