import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { FIGURE_WORDS, figureWords, middleWords, ofWords, type PERIODS } from "~/content/figures";
import { REFUSALS } from "~/content/refusals";
import { standings } from "~/domain/directory/standing";
import type { Organisation } from "~/domain/directory/types";
import { declinesByReason, FIGURES, type FigureName, figuresOf, middleOf } from "~/domain/fulfilment/figures";
import { REJECTED_REASONS } from "~/domain/routing/types";
import { sentence } from "~/domain/shared/in-words";
import { instant, localDate, milliseconds } from "~/domain/shared/time";
import { readCounted } from "~db/queries/figures";
import { atWork, notFound, organisationHere } from "./partner-access";

const WEEK_MS = 7 * 86_400_000;
const Asked = z.object({
  weeks: z.enum(["4", "13", "52"]).catch("13"),
  service: z.string().max(100).catch(""),
});

/** Whose figures an address asks for, and of what; null for somebody who works at no organisation here. */
export function figuresHere(context: AppLoadContext, request: Request) {
  const viewer = atWork(context, request);
  const query = new URL(request.url).searchParams;
  const organisationId = organisationHere(viewer, query.get("organisation"), "see-figures");
  if (organisationId === undefined) return { kind: "no-membership" as const, name: viewer.name };
  const organisation = context.directory.organisation(organisationId);
  if (organisation === undefined) throw notFound();
  const { weeks, service } = Asked.parse(Object.fromEntries(query));
  const services = servicesOf(context, organisationId);
  const of = services.some(({ id }) => id === service) ? service : "";
  return { kind: "figures" as const, viewer, organisation, weeks, service: of, services };
}

/** The services that an organisation gives, or gave, by their names. */
const servicesOf = ({ directory }: AppLoadContext, organisationId: string) =>
  [...new Set(directory.offersBy(organisationId).map(({ serviceId }) => serviceId))]
    .map((id) => ({ id, name: directory.service(id)?.name ?? id }))
    .sort((a, b) => a.name.localeCompare(b.name));

/** An organisation's figures in words, each beside the middle of all partners of today. */
export async function figureLines(
  { onedoor, brand, directory, now }: AppLoadContext,
  organisation: Organisation,
  { weeks, service }: { readonly weeks: keyof typeof PERIODS; readonly service: string },
) {
  const standing = standings(directory.partnerships);
  const partners = directory.organisations
    .map(({ id }) => id)
    .filter((id) => id === organisation.id || standing(id, localDate(now)).kind === "partner");
  const figured = partners.map((organisationId) => {
    const offers = directory
      .offersBy(organisationId)
      .filter(({ serviceId }) => service === "" || serviceId === service);
    return {
      organisationId,
      offerIds: offers.map(({ id }) => id),
      serviceIds: [...new Set(offers.map(({ serviceId }) => serviceId))],
    };
  });
  const since = instant(milliseconds(now) - Number(weeks) * WEEK_MS);
  const counted = await readCounted(onedoor.db.kysely, brand.id, figured, { since, until: now });
  const own = counted.get(organisation.id);
  if (own === undefined) throw new Error(`${organisation.id} was not counted`);
  const figures = figuresOf(own);
  const all = [...counted.values()].map(figuresOf);
  return {
    lines: FIGURES.map((name: FigureName) => ({
      id: name,
      name: FIGURE_WORDS[name].name,
      means: FIGURE_WORDS[name].means,
      yours: figureWords(name, figures[name]),
      of: ofWords(name, figures[name]),
      middle: middleWords(name, middleOf(all, name)),
    })),
    declines: declinesByReason(own.given).map(({ reason, many }) => ({
      id: reason,
      words: `${REJECTED_REASONS[reason]}: ${sentence(REFUSALS[reason].pick)}`,
      many,
    })),
  };
}
