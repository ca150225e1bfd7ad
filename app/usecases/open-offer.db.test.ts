import { describe, expect, it } from "vitest";
import type { AskedOffer, AskedPartner } from "~/domain/directory/newcomers";
import { instant, localDate, milliseconds } from "~/domain/shared/time";
import { auditOf } from "~db/queries/audit";
import { freeSlots } from "~db/queries/slots";
import { BEA, DOT, writeBrandManagers } from "~tests/support/brand-managers";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, TOWN } from "~tests/support/front-door";
import { bringInPartner } from "./bring-in-partner";
import { decide } from "./decide";
import { openOffer, setOfferStatus } from "./open-offer";
import { openPlace } from "./open-place";

const BEACON: AskedPartner = {
  name: "The Beacon",
  shortName: "",
  kind: "pharmacy",
  odsCode: null,
  phone: "01632 960399",
  website: null,
  about: "",
  letters: "BW",
  colour: "#0b4f6c",
  arrangement: "alliance",
  leadOrganisationId: null,
  boxStyles: ["brand", "both"],
};
const JOINING = { ...BEACON, on: null, returnTicket: "Its records." };
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = { days: DAYS, opens: "10:00", closes: "11:00" };
const later = (days: number) => instant(milliseconds(MONDAY_9AM) + days * 86_400_000);

onEachDatabase((open) => {
  async function town() {
    const db = await open();
    const door = await openFrontDoor(db);
    await writeBrandManagers(db);
    const { onedoor } = door;
    const popUp = () =>
      openPlace(onedoor, TOWN, BEA, {
        organisationId: "the-beacon",
        name: "Market Hall",
        address: ["Market Hall"],
        postcode: "LK1 1AA",
        position: { lat: 51.45, lon: -2.58 },
        hours: HOURS,
        stepFree: true,
        temporary: { from: localDate(later(0)), until: localDate(later(1)) },
      });
    const care = (change: Partial<AskedOffer> = {}) =>
      openOffer(onedoor, TOWN, BEA, {
        organisationId: "the-beacon",
        serviceId: "physiotherapy",
        locationId: "market-hall",
        modes: ["in-person"],
        ages: null,
        ownListOnly: false,
        withinKm: null,
        boxStyle: "brand",
        times: { ...HOURS, minutes: 20 },
        ...change,
      });
    /** Whom somebody nearby could be sent to now. */
    const ways = async () => {
      const decided = await decide(onedoor, TOWN, {
        service: "physiotherapy",
        postcode: "LK1 1AA",
        bornOn: "1980-01-01",
        sex: null,
        registeredWith: null,
      });
      if (decided.kind !== "decided") throw new Error(decided.problem);
      return decided.decision.candidates.flatMap(({ eligible, facts }) =>
        eligible ? [facts.organisationId] : [],
      );
    };
    const times = (offerId: string) =>
      freeSlots(db.kysely, TOWN, offerId, MONDAY_9AM, later(60), { now: MONDAY_9AM });
    return { ...door, db, popUp, care, ways, times };
  }

  describe("whoever runs the front door opens a pop-up", () => {
    it("and whoever finds its care finds its times, on its days and no others", async () => {
      const { onedoor, db, popUp, care, ways, times } = await town();
      expect(await bringInPartner(onedoor, TOWN, BEA, JOINING)).toEqual({
        kind: "done",
        organisationId: "the-beacon",
      });
      expect((await popUp()).kind).toBe("done");
      expect(await ways()).not.toContain("the-beacon");
      expect((await care()).kind).toBe("done");
      expect(await ways()).toContain("the-beacon");
      const offerId = "physiotherapy-market-hall";
      const starts = (await times(offerId)).map(({ startsAt }) => startsAt);
      expect(starts).toEqual(
        ["2026-11-23", "2026-11-24"].flatMap((day) =>
          ["10:00", "10:20", "10:40"].map((time) => `${day}T${time}:00.000Z`),
        ),
      );
      const written = await auditOf(db.kysely, TOWN, offerId);
      expect(written.map(({ action }) => action)).toEqual(["offer-opened"]);
    });

    it("not at another’s place, of a service that is none, or for a partner that is not there", async () => {
      const { onedoor, popUp, care } = await town();
      await bringInPartner(onedoor, TOWN, BEA, JOINING);
      await popUp();
      for (const wrong of [
        { locationId: "harbour-place" },
        { serviceId: "no-such-service" },
        { organisationId: "nobody" },
      ])
        expect(await care(wrong)).toEqual({ kind: "not-found" });
      expect(await care({ boxStyle: "partner" })).toEqual({ kind: "not-agreed" });
    });

    it("twice under one name, as two partners", async () => {
      const { onedoor } = await town();
      await bringInPartner(onedoor, TOWN, BEA, JOINING);
      expect(await bringInPartner(onedoor, TOWN, BEA, JOINING)).toEqual({
        kind: "done",
        organisationId: "the-beacon-2",
      });
    });

    it("not from the front desk, not under a lead that is none, not in a colour that nobody can read", async () => {
      const { onedoor } = await town();
      const before = (await onedoor.directories.current(TOWN)).organisations.length;
      for (const [by, change] of [
        [DOT, {}],
        [BEA, { leadOrganisationId: "nobody" }],
        [BEA, { colour: "#ffe600" }],
      ] as const) {
        const result = await bringInPartner(onedoor, TOWN, by, { ...JOINING, ...change });
        expect(result.kind).toBe("refused");
      }
      expect((await onedoor.directories.current(TOWN)).organisations).toHaveLength(before);
    });
  });

  describe("an offer is closed", () => {
    it("and nobody is sent to it until it is opened again", async () => {
      const { onedoor, ways } = await town();
      const offerId = "physiotherapy-harbour";
      expect(await ways()).toContain("harbour");
      expect((await setOfferStatus(onedoor, TOWN, BEA, { offerId, status: "closed" })).kind).toBe("done");
      expect(await ways()).not.toContain("harbour");
      expect((await setOfferStatus(onedoor, TOWN, DOT, { offerId, status: "open" })).kind).toBe(
        "not-allowed",
      );
      expect((await setOfferStatus(onedoor, TOWN, BEA, { offerId, status: "open" })).kind).toBe("done");
      expect(await ways()).toContain("harbour");
      expect(await setOfferStatus(onedoor, TOWN, BEA, { offerId: "none", status: "open" })).toEqual({
        kind: "not-found",
      });
    });
  });
});
