import { describe, expect, it } from "vitest";
import { contents, HARBOUR, location, offer, organisation, partnership } from "~tests/support/directory";
import { buildDirectory } from "../directory/directory";
import type { BoxSettings, BoxStyle, Mode } from "../directory/types";
import { boxChanges, boxOf, styleInWords } from "./box";

const TRUST = organisation("trust", {
  name: "Harbour Community Trust",
  shortName: "Harbour Trust",
  phone: "01632 960111",
});
const SWIM = organisation("swim", {
  name: "Larkmouth Swimmers",
  shortName: "Swimmers",
  kind: "voluntary",
  phone: null,
});
const ALLIANCE = organisation("alliance", { name: "Larkmouth Voluntary Alliance", kind: "voluntary" });
const SURGERY = organisation("surgery", { name: "Quayside Surgery", kind: "practice" });

const settings = (style: BoxStyle, changes: Partial<BoxSettings> = {}): BoxSettings => ({
  style,
  letterhead: null,
  textSender: null,
  caller: null,
  doorSign: null,
  questionsPhone: null,
  ...changes,
});

const box = (
  style: BoxStyle,
  by = "trust",
  changes: Partial<BoxSettings> = {},
  modes: readonly Mode[] = [],
) =>
  boxOf(
    buildDirectory(
      contents({
        organisations: [TRUST, SWIM, ALLIANCE, SURGERY],
        partnerships: [
          partnership("trust"),
          partnership("alliance"),
          partnership("surgery"),
          partnership("swim", { arrangement: "subcontract", leadOrganisationId: "alliance" }),
        ],
        locations: [location("clinic", by, HARBOUR, { name: "Harbour Health Centre" })],
        offers: [
          offer("it", by, {
            box: settings(style, changes),
            ...(modes.length === 0 ? { locationId: "clinic" } : { modes }),
          }),
        ],
      }),
    ),
    "it",
  );

describe("a real organisation", () => {
  const real = (changes: Partial<BoxSettings> = {}) =>
    boxOf(
      buildDirectory({
        ...contents({
          organisations: [
            organisation("pharmacy", { name: "North Street Pharmacy", phone: "0117 496 0123" }),
          ],
          partnerships: [partnership("pharmacy")],
          locations: [location("shop", "pharmacy", HARBOUR)],
          offers: [offer("it", "pharmacy", { box: settings("partner", changes), locationId: "shop" })],
        }),
        brand: { ...contents({}).brand, kind: "real" },
      }),
      "it",
    );

  it("has no sender or caller that is not published", () => {
    expect(real().lines).toMatchObject({ text: "Not known", call: "Not known" });
    expect(real({ textSender: "NorthSt", caller: "North Street" }).lines).toMatchObject({
      text: "A text from NorthSt",
      call: "A call from North Street on 0117 496 0123",
    });
  });
});

describe("whose box it is", () => {
  it("is the front door's own when the care comes in its name", () => {
    const ours = box("brand");
    expect(ours.lines).toEqual({
      letter: "A letter headed Larkmouth Care",
      text: "A text from LarkmouthCare",
      call: "A call from Larkmouth Care on 01632 960000",
      door: "The sign on the door says Larkmouth Care",
      accountable: "Harbour Community Trust answers for your care",
      record: "Harbour Community Trust keeps the record of this care. Your own practice keeps your GP record",
      questions: "Ask Larkmouth Care’s front desk on 01632 960000",
    });
    expect(styleInWords(ours)).toBe("In Larkmouth Care’s name");
  });

  it("is the partner's when the care comes in the partner's name", () => {
    const theirs = box("partner");
    expect(theirs.lines).toMatchObject({
      letter: "A letter headed Harbour Community Trust",
      text: "A text from HarbourTrust",
      call: "A call from Harbour Trust on 01632 960111",
      door: "The sign on the door says Harbour Health Centre",
      questions: "Ask Harbour Community Trust on 01632 960111",
    });
    expect(theirs.partner).toEqual({ id: "trust", name: "Harbour Community Trust", mark: TRUST.mark });
  });

  it("carries both names when the care comes in both", () => {
    expect(box("both").lines).toMatchObject({
      letter: "A letter headed Harbour Community Trust and Larkmouth Care",
      text: "A text from LarkmouthCare",
      call: "A call from Harbour Trust, for Larkmouth Care on 01632 960111",
    });
  });

  it("says what was agreed, where something was", () => {
    const agreed = box("brand", "trust", {
      letterhead: "Larkmouth Care: your hips and knees",
      textSender: "LC Physio",
      caller: "the physio team",
      doorSign: "Larkmouth Care at the Harbour",
      questionsPhone: "01632 960222",
    });
    expect(agreed.lines).toMatchObject({
      letter: "A letter headed Larkmouth Care: your hips and knees",
      text: "A text from LC Physio",
      call: "A call from the physio team on 01632 960222",
      door: "The sign on the door says Larkmouth Care at the Harbour",
    });
    expect(agreed.questionsPhone).toBe("01632 960222");
  });

  it("names the lead provider as the one who answers", () => {
    const led = box("partner", "swim");
    expect(led.lead).toEqual({ id: "alliance", name: "Larkmouth Voluntary Alliance" });
    expect(led.lines.accountable).toBe(
      "Larkmouth Voluntary Alliance answers for your care, under its contract with Larkmouth Care. Larkmouth Swimmers gives it",
    );
    expect(led.questionsPhone).toBe("01632 960100");
    expect(led.lines.questions).toBe("Ask Larkmouth Voluntary Alliance on 01632 960100");
  });

  it("has no door for a call, and the person's own for a visit", () => {
    expect(box("partner", "trust", {}, ["phone", "video"]).lines.door).toBe(
      "No door to find: you talk by phone or video",
    );
    expect(box("partner", "trust", {}, ["home-visit"]).lines.door).toBe(
      "They come to your door. Their badge says Harbour Community Trust",
    );
  });

  it("does not say that there is no door where nobody knows the place", () => {
    expect(box("partner", "trust", {}, ["in-person"]).lines.door).toBe(
      "Not known yet: ask them where they meet",
    );
  });

  it("says whose number it is, when a partner has none of its own", () => {
    const directory = buildDirectory(
      contents({
        organisations: [organisation("club", { name: "Kettle Club", phone: null })],
        partnerships: [partnership("club")],
        locations: [],
        offers: [offer("tea", "club", { box: settings("partner"), modes: ["phone"] })],
      }),
    );
    expect(boxOf(directory, "tea").lines.questions).toBe("Ask Larkmouth Care’s front desk on 01632 960000");
  });

  it("leaves the record with the practice when the practice gives the care", () => {
    expect(box("partner", "surgery").lines.record).toBe(
      "Quayside Surgery keeps your record, as your practice does now",
    );
  });
});

describe("a box that changes", () => {
  it("is told line by line, old and new", () => {
    expect(boxChanges(box("partner"), box("brand"))).toEqual([
      { line: "style", before: "In Harbour Community Trust’s name", after: "In Larkmouth Care’s name" },
      {
        line: "letter",
        before: "A letter headed Harbour Community Trust",
        after: "A letter headed Larkmouth Care",
      },
      { line: "text", before: "A text from HarbourTrust", after: "A text from LarkmouthCare" },
      {
        line: "call",
        before: "A call from Harbour Trust on 01632 960111",
        after: "A call from Larkmouth Care on 01632 960000",
      },
      {
        line: "door",
        before: "The sign on the door says Harbour Health Centre",
        after: "The sign on the door says Larkmouth Care",
      },
      {
        line: "questions",
        before: "Ask Harbour Community Trust on 01632 960111",
        after: "Ask Larkmouth Care’s front desk on 01632 960000",
      },
    ]);
  });

  it("names the new partner first, and says nothing when nothing changed", () => {
    expect(boxChanges(box("partner"), box("partner", "swim"))[0]).toEqual({
      line: "partner",
      before: "Harbour Community Trust",
      after: "Larkmouth Swimmers",
    });
    expect(boxChanges(box("both"), box("both"))).toEqual([]);
  });
});
