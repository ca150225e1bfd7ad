import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LanguageHelp } from "~/components/language-help";
import { isPageLanguage, LANGUAGE_PAGES } from "~/content/languages";

export const handle = { kept: [] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${LANGUAGE_PAGES[page.pageLanguage].title} – ${page.brandName}` }] : [];

export async function loader({ context: { brand }, params: { language } }: LoaderFunctionArgs) {
  if (!isPageLanguage(language)) throw new Response(null, { status: 404, statusText: "Not Found" });
  return { brandName: brand.name, pageLanguage: language };
}

/** Help in one language other than English, and all around it in that language. */
export default function LanguagePage() {
  return <LanguageHelp language={useLoaderData<typeof loader>().pageLanguage} />;
}
