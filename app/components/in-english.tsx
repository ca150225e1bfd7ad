/** What is written in English whatever the page is in: names, and what a brand says of itself. */
export function InEnglish({ children }: { readonly children: string }) {
  return <bdi lang="en-GB">{children}</bdi>;
}
