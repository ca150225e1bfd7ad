import type { BoxSettings, BoxStyle } from "~/domain/directory/types";

const box = (style: BoxStyle, settings: Partial<BoxSettings> = {}): BoxSettings => ({
  style,
  letterhead: null,
  textSender: null,
  caller: null,
  doorSign: null,
  questionsPhone: null,
  ...settings,
});

/**
 * How each partner's care shows up, unless an offer says otherwise. Trusts, the hospital, practices and the council
 * come in their own name; those who joined to work as one come in both; small groups come in the front door's.
 */
export const LARKMOUTH_BOXES: Readonly<Record<string, BoxSettings>> = {
  "harbour-street": box("partner", { textSender: "HarbourSt" }),
  lighthouse: box("partner"),
  ropewalk: box("partner"),
  westbrook: box("partner"),
  "fenny-lark": box("partner"),
  sandholme: box("partner"),
  "harbour-trust": box("partner", { textSender: "HarbourTrst" }),
  larkshore: box("partner", { caller: "someone at Larkshore" }),
  general: box("partner", { textSender: "TheGeneral" }),
  spyglass: box("both", { doorSign: "Spyglass, part of Larkmouth Care" }),
  quayside: box("both"),
  northgate: box("both"),
  "ropewalk-chemist": box("both"),
  "westbrook-pharmacy": box("both"),
  lantern: box("brand", { doorSign: "Larkmouth Care at the Lantern" }),
  council: box("partner", { textSender: "LarkCouncil" }),
  tidewell: box("both", { doorSign: "Tidewell with Larkmouth Care" }),
  halyard: box("partner"),
  "dunes-opticians": box("partner"),
  "mill-lane-dental": box("partner", { textSender: "MillLane" }),
  anchor: box("both"),
  "steady-feet": box("brand", { doorSign: "Larkmouth Care classes, run by Steady Feet" }),
  "kettle-club": box("brand", { caller: "your volunteer, for Larkmouth Care" }),
  "even-keel": box("both"),
};
