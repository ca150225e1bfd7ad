import type { Directory } from "../directory/directory";
import type { BoxSettings, Brand, Location, Offer, Organisation, Partnership } from "../directory/types";
import { possessive } from "../shared/in-words";
import { BOX_LINES, type Box, type BoxChange, type BoxLine } from "./types";

/**
 * Whose box an offer's care arrives in: who writes, texts and rings, whose sign is on the door, who answers for the care,
 * who keeps the record, who answers questions; or what it would be with other settings than the offer has. Throws for an
 * offer that is not of this directory.
 */
export function boxOf(directory: Directory, offerId: string, settings?: BoxSettings): Box {
  const known = directory.offer(offerId);
  const offer = known && settings ? { ...known, box: settings } : known;
  const organisation = offer && directory.organisation(offer.organisationId);
  if (offer === undefined || organisation === undefined) {
    throw new Error(`Offer ${offerId} is not of this directory`);
  }
  const { brand } = directory;
  const partnership = directory.partnershipOf(organisation.id);
  const leadId = partnership?.leadOrganisationId ?? null;
  const lead = leadId === null || leadId === organisation.id ? undefined : directory.organisation(leadId);
  const location = offer.locationId === null ? undefined : directory.location(offer.locationId);
  const questionsPhone = offer.box.questionsPhone ?? phoneFor(offer, brand, lead ?? organisation);
  const parts: Parts = { brand, offer, organisation, partnership, lead, location, questionsPhone };
  return {
    style: offer.box.style,
    brand: { name: brand.name, mark: brand.mark },
    partner: { id: organisation.id, name: organisation.name, mark: organisation.mark },
    lead: lead === undefined ? null : { id: lead.id, name: lead.name },
    ...(offer.role === "referrer" ? { refers: true } : {}),
    lines: {
      letter: `${HEADED}${letterhead(parts)}`,
      text: textLine(parts),
      call: callLine(parts),
      door: doorLine(parts),
      accountable: accountableLine(parts),
      record: recordLine(parts),
      questions: questionsLine(parts),
    },
    questionsPhone,
    ...(offer.box.tone === undefined ? {} : { tone: offer.box.tone }),
  };
}

const HEADED = "A letter headed ";

/** What stands at the head of a letter in a box. */
export const letterheadOf = ({ lines }: Pick<Box, "lines">): string => lines.letter.replace(HEADED, "");

/** What a patient must be told when their care comes in another box: the lines that are not the same, old and new. */
export function boxChanges(before: Box, after: Box): readonly BoxChange[] {
  const changes: BoxChange[] = [];
  if (before.partner.id !== after.partner.id || before.partner.name !== after.partner.name) {
    changes.push({ line: "partner", before: before.partner.name, after: after.partner.name });
  }
  if (before.style !== after.style) {
    changes.push({ line: "style", before: styleInWords(before), after: styleInWords(after) });
  }
  const changed = (line: BoxLine) => before.lines[line] !== after.lines[line];
  for (const line of BOX_LINES.filter(changed)) {
    changes.push({ line, before: before.lines[line], after: after.lines[line] });
  }
  return changes;
}

/** "In Larkmouth Care's name", "In Harbour Community Trust's name", "In both names". */
export function styleInWords(box: Box): string {
  switch (box.style) {
    case "brand":
      return `In ${possessive(box.brand.name)} name`;
    case "partner":
      return `In ${possessive(box.partner.name)} name`;
    case "both":
      return `In both names: ${box.partner.name} with ${box.brand.name}`;
  }
}

/** Who texts and who rings for a real organisation is said only where it is published: no sender is made up for it. */
const NOT_PUBLISHED = "Not known";

interface Parts {
  readonly brand: Brand;
  readonly offer: Offer;
  readonly organisation: Organisation;
  readonly partnership: Partnership | undefined;
  readonly lead: Organisation | undefined;
  readonly location: Location | undefined;
  readonly questionsPhone: string;
}

function letterhead({ offer, brand, organisation }: Parts): string {
  if (offer.box.letterhead !== null) return offer.box.letterhead;
  switch (offer.box.style) {
    case "brand":
      return brand.name;
    case "partner":
      return organisation.name;
    case "both":
      return `${organisation.name} and ${brand.name}`;
  }
}

/** A sender's name as phones show it: letters and digits without spaces, eleven at most for ours. */
function textLine({ offer, brand, organisation }: Parts): string {
  if (offer.box.textSender !== null) return `A text from ${offer.box.textSender}`;
  if (brand.kind === "real") return NOT_PUBLISHED;
  const sender = (offer.box.style === "partner" ? organisation.shortName : brand.name).replace(
    /[^A-Za-z0-9]/g,
    "",
  );
  return `A text from ${sender}`;
}

function callLine({ offer, brand, organisation, questionsPhone }: Parts): string {
  if (offer.box.caller === null && brand.kind === "real") return NOT_PUBLISHED;
  const caller =
    offer.box.caller ??
    (offer.box.style === "brand"
      ? brand.name
      : offer.box.style === "partner"
        ? organisation.shortName
        : `${organisation.shortName}, for ${brand.name}`);
  const phone =
    offer.box.questionsPhone ?? (offer.box.style === "brand" ? questionsPhone : organisation.phone);
  return phone === null || phone === "" ? `A call from ${caller}` : `A call from ${caller} on ${phone}`;
}

function doorLine({ offer, brand, organisation, location }: Parts): string {
  if (location === undefined) {
    if (offer.modes.includes("home-visit")) {
      return `They come to your door. Their badge says ${offer.box.doorSign ?? organisation.name}`;
    }
    // Without a place and a way it is given, nobody knows: that is not the same as no door.
    return offer.modes.length === 0 || offer.modes.includes("in-person")
      ? "Not known yet: ask them where they meet"
      : "No door to find: you talk by phone or video";
  }
  return `The sign on the door says ${offer.box.doorSign ?? (offer.box.style === "brand" ? brand.name : location.name)}`;
}

function accountableLine({ brand, organisation, partnership, lead }: Parts): string {
  if (lead === undefined) return `${organisation.name} answers for your care`;
  return partnership?.arrangement === "employed"
    ? `${lead.name} answers for your care: the people who see you work for it`
    : `${lead.name} answers for your care, under its contract with ${brand.name}. ${organisation.name} gives it`;
}

function recordLine({ organisation }: Parts): string {
  return organisation.kind === "practice"
    ? `${organisation.name} keeps your record, as your practice does now`
    : `${organisation.name} keeps the record of this care. Your own practice keeps your GP record`;
}

function questionsLine({ offer, brand, organisation, lead, questionsPhone }: Parts): string {
  const accountable = lead ?? organisation;
  // Nobody is said to answer a number that is not theirs.
  const desks = offer.box.questionsPhone === null && accountable.phone === null;
  const who = offer.box.style === "brand" || desks ? brand.desk.name : accountable.name;
  return questionsPhone === "" ? `Ask ${who}` : `Ask ${who} on ${questionsPhone}`;
}

const phoneFor = (offer: Offer, brand: Brand, accountable: Organisation): string =>
  offer.box.style === "brand" ? brand.desk.phone : (accountable.phone ?? brand.desk.phone);
