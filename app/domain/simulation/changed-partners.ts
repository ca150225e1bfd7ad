import { organisationFrom, placeFrom } from "../directory/newcomers";
import { changePartnership, type PartnershipChange } from "../directory/partnership-changes";
import { BOX_STYLES, type Offer } from "../directory/types";
import { dayBefore, daysFrom } from "../shared/time";
import { madeOffer, placesOf, WEEKDAYS } from "./changed-care";
import type { ChangeOf } from "./changes";
import {
  cannotBeGiven,
  changed,
  type Draft,
  type Drafted,
  outside,
  type ReplayedDays,
  refused,
} from "./draft";

/** As a partner really leaves, from the first day on, and every partnership that it would have had since. */
export function leave(
  { contents, placesAWeek }: Draft,
  { organisationId }: ChangeOf<"leave">,
  days: ReplayedDays,
): Drafted {
  const leaving: PartnershipChange = { kind: "leave", organisationId, on: days.from, openWork: "reroute" };
  let last = changePartnership(contents, leaving, days.from);
  if (last.kind === "refused") return refused(last.reasons.join(". "));
  for (;;) {
    const next = changePartnership(last.parties, leaving, days.from);
    if (next.kind === "refused") break;
    last = next;
  }
  return changed({ contents, placesAWeek }, last.parties);
}

/** As a partner is really suspended, and back when the weeks are over. */
export function suspend(
  draft: Draft,
  { organisationId, from, weeks }: ChangeOf<"suspend">,
  days: ReplayedDays,
): Drafted {
  const back = daysFrom(from, weeks * 7);
  if (from > days.until || back <= days.from) return refused(outside(days));
  const suspended = changePartnership(
    draft.contents,
    { kind: "suspend", organisationId, openWork: "reroute" },
    from,
  );
  if (suspended.kind === "refused") return refused(suspended.reasons.join(". "));
  const { id } = suspended.partnership;
  const partnerships = draft.contents.partnerships.flatMap((one) => {
    if (one.id !== id) return [one];
    const before = { ...one, endsOn: dayBefore(from) };
    const after = { ...one, id: `${id}.${back}`, startsOn: back };
    return one.endsOn !== null && one.endsOn < back ? [before] : [before, after];
  });
  return changed(draft, { partnerships });
}

const NEW_COLOUR = "#5b3a8c";
const RETURN_TICKET = "Made up for a what-if.";

/** A made-up partner of the alliance, with a place and its services, from the first day on. */
export function join(
  { contents, placesAWeek }: Draft,
  change: ChangeOf<"join">,
  days: ReplayedDays,
): Drafted {
  const wrong = change.services.flatMap((id) => cannotBeGiven(contents, id) ?? [])[0];
  if (wrong !== undefined) return refused(wrong);
  const organisation = organisationFrom(
    {
      name: change.name,
      shortName: "",
      kind: change.organisationKind,
      odsCode: null,
      phone: null,
      website: null,
      about: "",
      letters:
        change.name
          .replace(/[^\p{L}\p{N}]/gu, "")
          .slice(0, 2)
          .toUpperCase() || "N",
      colour: NEW_COLOUR,
      arrangement: "alliance",
      leadOrganisationId: null,
      boxStyles: BOX_STYLES,
    },
    contents,
  );
  const place = placeFrom(
    {
      organisationId: organisation.id,
      name: change.name,
      address: [],
      postcode: change.postcode,
      position: change.position,
      hours: WEEKDAYS,
      stepFree: null,
      temporary: null,
    },
    contents,
  );
  const offers: Offer[] = [];
  for (const serviceId of change.services)
    offers.push(
      madeOffer(
        { ...contents, offers: [...contents.offers, ...offers] },
        organisation.id,
        serviceId,
        place.id,
      ),
    );
  const joined = changePartnership(
    contents,
    {
      kind: "join",
      organisationId: organisation.id,
      newcomer: { organisation, locations: [place], offers },
      on: days.from,
      arrangement: "alliance",
      leadOrganisationId: null,
      returnTicket: RETURN_TICKET,
    },
    days.from,
  );
  if (joined.kind === "refused") return refused(joined.reasons.join(". "));
  return changed({ contents, placesAWeek }, joined.parties, placesOf(offers, change.placesAWeek));
}
