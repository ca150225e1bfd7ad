import type { Directory } from "../directory/directory";
import { standings } from "../directory/standing";
import type { PlainDate } from "../shared/time";
import type { Act, Story } from "./story";

/** The offers that an act names, and the organisations. */
function namedBy(act: Act): {
  readonly offers: readonly string[];
  readonly organisations: readonly string[];
} {
  switch (act.act) {
    case "send":
      return { offers: act.offer === undefined ? [] : [act.offer], organisations: [] };
    case "choose-again":
      return { offers: [act.offer], organisations: [] };
    case "no-room":
      return { offers: act.offers, organisations: [] };
    case "pop-up":
      return { offers: [], organisations: [act.popUp.organisation] };
    case "answer":
    case "happen":
    case "clock":
      return { offers: [], organisations: [] };
    default:
      return act satisfies never;
  }
}

/** Whether a story can be told of a directory on a day: its service, and every offer and partner that it names, are there. */
export function isToldHere({ asked, steps }: Story, directory: Directory, day: PlainDate): boolean {
  const named = steps.flatMap(({ acts }) => acts.map(namedBy));
  const offers = named.flatMap((each) => each.offers).map((id) => directory.offer(id));
  const organisations = [
    ...named.flatMap((each) => each.organisations),
    ...steps.flatMap(({ work }) => (work.of === "organisation" ? [work.id] : [])),
    ...offers.flatMap((offer) => (offer === undefined ? [] : [offer.organisationId])),
  ];
  const standing = standings(directory.partnerships);
  return (
    directory.service(asked.service)?.status === "open" &&
    offers.every((offer) => offer?.status === "open") &&
    organisations.every((id) => standing(id, day).kind === "partner")
  );
}
