/** What a person sees when an address is wrong or a page fails: what to do, and where help is. */
export function ErrorPage({ status }: { readonly status: number }) {
  return status === 404 ? (
    <h1 className="nhsuk-heading-l">Page not found</h1>
  ) : (
    <>
      <h1 className="nhsuk-heading-l">Sorry, something went wrong</h1>
      <p>If you need help now, call 111. If it is an emergency, call 999.</p>
    </>
  );
}
