import type { AppLoadContext } from "@remix-run/node";
import type { FactLine } from "~/components/work/case-facts";
import type { TwiceLine, TwiceSide } from "~/components/work/twice";
import { TWICE } from "~/content/asked-twice";
import { boxStyleWords } from "~/content/boxes";
import { momentWords, whenWords } from "~/content/deadlines";
import { whoLines, wishLines } from "~/content/request-detail";
import { detailOfPart } from "~/domain/fulfilment/request-detail";
import { isHeld } from "~/domain/fulfilment/transitions";
import type { Part } from "~/domain/fulfilment/types";
import { sentence } from "~/domain/shared/in-words";
import { ageInYears, localDate } from "~/domain/shared/time";
import { type LikelyTwice, type OneOfTwo, openPartsOf } from "~db/queries/asked-twice";
import type { Tracking } from "~db/queries/tracking";

/** Who has a part that is open. */
function holderOf({ directory }: AppLoadContext, { owner, waiting }: Part): string {
  if (waiting) return TWICE.waits;
  switch (owner.kind) {
    case "partner":
      return directory.organisation(owner.organisationId)?.name ?? owner.organisationId;
    case "patient":
      return TWICE.thePerson;
    case "desk":
      return TWICE.theDesk;
    case "manager":
      return TWICE.theManager;
    default:
      return owner satisfies never;
  }
}

/** One of two requests as it stands beside the other: where it is, in whose box, and what was answered. */
export function sideOf(
  context: AppLoadContext,
  it: OneOfTwo,
  other: OneOfTwo,
  { parts, detail }: Tracking,
  services: readonly string[],
): TwiceSide {
  const { directory, now } = context;
  const named = (id: string) => directory.service(id)?.name ?? id;
  const open = openPartsOf(it, services);
  const also = it.openServices.filter((id) => !services.includes(id)).map(named);
  const where = open.flatMap((part): FactLine[] => {
    const of = open.length > 1 ? ` (${named(part.serviceId)})` : "";
    const held = parts
      .find((each) => each.part.id === part.id)
      ?.fulfilments.find(({ status }) => isHeld(status));
    const at = held?.appointment?.startsAt;
    return [
      { label: `${TWICE.who}${of}`, value: holderOf(context, part) },
      { label: `${TWICE.time}${of}`, value: at ? momentWords(at, now) : "" },
      {
        label: `${TWICE.box}${of}`,
        value: held
          ? boxStyleWords(held.box.style, held.box.brand.name, held.box.partner.name).strip
          : TWICE.noBox,
      },
    ];
  });
  const answered = detailOfPart(detail, open[0]?.position ?? 1);
  return {
    reference: it.reference,
    other: other.reference,
    asked: sentence(TWICE.asked(whenWords(it.submittedAt, now))),
    where: [...where, { label: TWICE.also, value: also.length > 0 ? TWICE.alsoStays(also.join(", ")) : "" }],
    facts: [
      ...whoLines(answered, now, (ods) => directory.organisationByOds(ods)?.name ?? ods),
      ...answered.answers,
      ...wishLines(answered),
    ].filter(({ value }) => value !== ""),
  };
}

/** What was answered differently in two requests, each line with both answers. */
export function differences(one: TwiceSide, other: TwiceSide): FactLine[] {
  const answerIn = ({ facts }: TwiceSide, label: string) =>
    facts
      .filter((line) => line.label === label)
      .map(({ value }) => value)
      .join("; ") || TWICE.nothing;
  const labels = [...new Set([...one.facts, ...other.facts].map(({ label }) => label))];
  return labels.flatMap((label) => {
    const [ours, theirs] = [answerIn(one, label), answerIn(other, label)];
    return ours === theirs
      ? []
      : [{ label, value: `${one.reference}: ${ours}. ${other.reference}: ${theirs}.` }];
  });
}

/** A pair in the desk's list. */
export function twiceLine(
  { directory, paths, now }: AppLoadContext,
  { one, other, services }: LikelyTwice,
): TwiceLine {
  const asked = (it: OneOfTwo) =>
    `${it.reference}, ${TWICE.asked(whenWords(it.submittedAt, now)).toLowerCase()}`;
  return {
    id: `${one.requestId} ${other.requestId}`,
    href: paths.deskTwice(one.reference, other.reference),
    person: `${one.person.name}, ${ageInYears(one.person.bornOn, localDate(now))}`,
    service: services.map((id) => directory.service(id)?.name ?? id).join(", "),
    one: asked(one),
    other: asked(other),
  };
}
