import { daysFrom, localDate } from "~/domain/shared/time";
import type { Act, PopUp, Story } from "~/domain/stage/story";
import { readOwnPerson } from "~db/queries/colleagues";
import { findPostcode } from "~db/queries/places";
import { readTracking } from "~db/queries/tracking";
import type { ByManager } from "../change-directory";
import { chooseAgain } from "../choose-again";
import type { Onedoor } from "../context";
import { openOffer } from "../open-offer";
import { openPlace } from "../open-place";
import { setCapacity } from "../set-capacity";
import { brandNow } from "../setting";
import { answerQuestions, type Player, sendAnswers } from "../worlds/ask";
import { moveClock } from "../worlds/clock";
import { happen } from "../worlds/happen";
import { playerOf, referenceOf, workerOf } from "../worlds/people";

/**
 * Does one act of a story in its world, by the use cases that people's own pages call. False when it had been done by
 * somebody in a pane, or cannot be any more: the story then goes on without it.
 */
export async function perform(onedoor: Onedoor, worldId: string, story: Story, act: Act): Promise<boolean> {
  const player = await playerOf(onedoor, worldId, story.person);
  const reference = await referenceOf(onedoor, worldId, player);
  switch (act.act) {
    case "answer":
      if (reference !== undefined) return false;
      await answerQuestions(onedoor, worldId, player, story.asked);
      return true;
    case "send":
      if (reference !== undefined) return false;
      await sendAnswers(onedoor, worldId, player, story.asked, act.offer);
      return true;
    case "choose-again":
      return reference !== undefined && askAnother(onedoor, worldId, player, reference, act.offer);
    case "happen": {
      if (reference === undefined) return false;
      const staff = (organisationId: string) => workerOf(onedoor, worldId, organisationId);
      const done = await happen(onedoor, worldId, { reference, part: act.part }, act.happening, staff);
      return done.kind === "done";
    }
    case "no-room":
      return sayFull(onedoor, worldId, act.offers);
    case "pop-up":
      return openPopUp(onedoor, worldId, act.popUp);
    case "clock":
      return moveClock(onedoor, worldId, act.move);
    default:
      return act satisfies never;
  }
}

async function askAnother(
  onedoor: Onedoor,
  worldId: string,
  { name }: Player,
  reference: string,
  offerId: string,
): Promise<boolean> {
  const tracking = await readTracking(onedoor.db.kysely, worldId, reference);
  const theirs = tracking?.parts.find(({ part }) => part.status === "open" && part.owner.kind === "patient");
  if (theirs === undefined) return false;
  const { id: partId, version } = theirs.part;
  const done = await chooseAgain(
    onedoor,
    worldId,
    { reference, partId, version, offerId },
    { kind: "patient", name },
  );
  return done.kind === "done";
}

async function sayFull(onedoor: Onedoor, worldId: string, offers: readonly string[]): Promise<boolean> {
  const directory = await onedoor.directories.current(worldId);
  const said = [];
  for (const offerId of offers) {
    const offer = directory.offer(offerId);
    if (offer === undefined) throw new Error(`${worldId} has no offer ${offerId}`);
    const actor = await workerOf(onedoor, worldId, offer.organisationId);
    said.push(await setCapacity(onedoor, worldId, actor, { offerId, capacity: "no-capacity" }));
  }
  return said.every(({ kind }) => kind === "done");
}

/** Opens every day from early to late, from today on, for adults and children alike. */
async function openPopUp(onedoor: Onedoor, worldId: string, popUp: PopUp): Promise<boolean> {
  const { kysely } = onedoor.db;
  const manager = await readOwnPerson(kysely, worldId, "manager");
  const place = await findPostcode(kysely, popUp.postcode);
  if (manager === undefined || place === undefined)
    throw new Error(`No pop-up can be opened in ${worldId}: nobody runs it, or ${popUp.postcode} is nowhere`);
  const by: ByManager = { who: { kind: "desk", ...manager }, right: "run-front-door" };
  const today = localDate(await brandNow(onedoor, worldId));
  const hours = { days: [1, 2, 3, 4, 5, 6, 7], opens: "08:00", closes: "20:00" } as const;
  const organisationId = popUp.organisation;
  const opened = await openPlace(onedoor, worldId, by, {
    organisationId,
    name: popUp.name,
    address: [popUp.address],
    postcode: place.postcode,
    position: place.position,
    hours,
    stepFree: true,
    temporary: { from: today, until: daysFrom(today, popUp.weeks * 7) },
  });
  if (opened.kind !== "done") throw new Error(`The pop-up was not opened: ${opened.kind}`);
  const location = opened.directory.locations.find(
    ({ name, organisationId: whose }) => whose === organisationId && name === popUp.name,
  );
  const offered = await openOffer(onedoor, worldId, by, {
    organisationId,
    serviceId: popUp.service,
    locationId: location?.id ?? null,
    modes: ["in-person"],
    ages: null,
    ownListOnly: false,
    withinKm: null,
    boxStyle: "both",
    times: { ...hours, minutes: 20 },
  });
  if (offered.kind !== "done") throw new Error(`The pop-up's care was not offered: ${offered.kind}`);
  return true;
}
