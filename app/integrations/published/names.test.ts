import { describe, expect, it } from "vitest";
import { colourOf, lettersOf, readableAddress, readableName } from "./names";

describe("a name that was published in capitals", () => {
  it.each([
    ["BEDMINSTER PHARMACY", "Bedminster Pharmacy"],
    [
      "UNIVERSITY HOSPITALS BRISTOL AND WESTON NHS FOUNDATION TRUST",
      "University Hospitals Bristol and Weston NHS Foundation Trust",
    ],
    ["WESTBURY ON TRYM PRIMARY CARE CENTRE", "Westbury on Trym Primary Care Centre"],
    ["WESTBURY-ON-TRYM", "Westbury-on-Trym"],
    ["HORFIELD HC", "Horfield HC"],
    ["MVMG - MONKS PARK", "MVMG - Monks Park"],
    ["MCKAY'S GP SURGERY", "McKay's GP Surgery"],
    ["O'BRIEN CHEMIST", "O'Brien Chemist"],
    ["ST.ANNE'S, BRISLINGTON", "St Anne's, Brislington"],
    ["BATH BUILDINGS,MONTPELIER", "Bath Buildings, Montpelier"],
    ["9 THE PARADE", "9 The Parade"],
    ["22A LODGESIDE AVENUE", "22A Lodgeside Avenue"],
    ["1ST FLOOR", "1st Floor"],
    ["EASTON DAY & NIGHT CHEMIST", "Easton Day & Night Chemist"],
    ["DR SMITH (BRISTOL)", "Dr Smith (Bristol)"],
    ["Sk:N Bristol", "Sk:N Bristol"],
    ["", ""],
  ])("%s is written %s", (published, readable) => {
    expect(readableName(published)).toBe(readable);
  });

  it("keeps each line of an address once", () => {
    expect(readableAddress(["THE SURGERY", "", "THE SURGERY", "BRISTOL,"])).toEqual([
      "The Surgery",
      "Bristol",
    ]);
  });
});

describe("a mark", () => {
  it("has two letters of the words that carry the name", () => {
    expect(lettersOf("The Wellspring Surgery")).toBe("WS");
    expect(lettersOf("Boots")).toBe("BO");
    expect(lettersOf("Air & Balloon")).toBe("AB");
    expect(lettersOf("…")).toBe("?");
  });

  it("has the same colour at every load, dark enough for white letters", () => {
    expect(colourOf("L81007")).toBe(colourOf("L81007"));
    for (const code of ["L81007", "FVN17", "RA7", "a-b-c"]) {
      const [r, g, b] = [1, 3, 5].map((at) => {
        const part = Number.parseInt(colourOf(code).slice(at, at + 2), 16) / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      const luminance = 0.2126 * (r ?? 1) + 0.7152 * (g ?? 1) + 0.0722 * (b ?? 1);
      expect(1.05 / (luminance + 0.05)).toBeGreaterThan(4.5);
    }
  });
});
