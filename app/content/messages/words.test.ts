import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxOf } from "~/domain/boxes/box";
import { buildDirectory } from "~/domain/directory/directory";
import { BOX_TONES, type BoxTone } from "~/domain/directory/types";
import { LIGHT_ASKS } from "~/domain/fulfilment/light-ask";
import type { PatientTemplate, WorkTemplate } from "~/domain/fulfilment/messages";
import { LINK_HERE, type LightFacts, withLink } from "~/domain/messages/light";
import { CHANNELS, type MessageFacts } from "~/domain/messages/types";
import { larkmouth } from "~seeds/reference/larkmouth";
import { runs } from "~tests/support/counts";
import { readingAge } from "~tests/support/reading-age";
import { lightHeadline, writeLight } from "./light";
import { headlineOf, NEWS } from "./news";
import { writeMessage } from "./write";

const contents = larkmouth("2026-11-23");
const directory = buildDirectory(contents);
const { brand, services, organisations, offers } = contents;
const TEMPLATES = Object.keys(NEWS) as PatientTemplate[];
const NOW = "2026-11-23T09:00:00.000Z";

/** Facts of any message that a patient of Larkmouth can be sent. */
const anyFacts: fc.Arbitrary<MessageFacts> = fc
  .record({
    template: fc.constantFrom(...TEMPLATES),
    by: fc.constantFrom(
      null,
      "2026-11-23T15:00:00.000Z",
      "2026-11-24T17:00:00.000Z",
      "2027-01-05T09:30:00.000Z",
    ),
    offer: fc.constantFrom(...offers),
    also: fc.constantFrom([], ["B4DF-6GHJ"]),
  })
  .map(({ template, by, offer, also }) => {
    const service = directory.service(offer.serviceId);
    if (!service) throw new Error("An offer of nothing");
    return {
      template,
      by,
      also,
      now: NOW,
      reference: "K7PM-3QXR",
      name: "Rosa Marchetti",
      brand: { name: brand.name, desk: brand.desk },
      services: [service.name],
      sensitive: service.sensitive === true,
      boxes: [boxOf(directory, offer.id)],
      link: "https://care.example/requests/K7PM-3QXR",
    };
  });

const every = (check: (facts: MessageFacts) => void) =>
  fc.assert(fc.property(anyFacts, check), { numRuns: runs(500, 20_000) });

/** Words that say what is the matter with somebody, or that somebody is ill at all. */
const CLINICAL =
  /\b(pain|ill|unwell|sick|worse|symptoms?|diagnos\w+|treat\w*|medic\w+|doctor|nurse|clinic\w*|hospital|surgery|therap\w+|test|scan|blood|mental|mood|patient|health|nhs)\b/i;
/** The letters of a plain text message (GSM 03.38): any other makes it a long and dear one. */
const PLAIN_TEXT = /^[A-Za-z0-9 @£$_!"#%&'()*+,\-./:;<=>?\n]*$/;

const namesIn = (text: string, names: readonly string[]) =>
  names.filter((name) => text.toLowerCase().includes(name.toLowerCase()));

describe("a text", () => {
  const textOf = (facts: MessageFacts) => writeMessage("text", facts).paragraphs.join("\n");
  const ourOwn = (facts: MessageFacts) => textOf(facts).replace(brand.name, "").replace(facts.link, "");

  it("has no clinical word, no service, no partner, and not the person's name", () => {
    const partners = organisations.flatMap(({ name, shortName }) => [name, shortName]);
    every((facts) => {
      expect(ourOwn(facts)).not.toMatch(CLINICAL);
      expect(
        namesIn(
          ourOwn(facts),
          services.map(({ name }) => name),
        ),
      ).toEqual([]);
      expect(namesIn(ourOwn(facts), partners)).toEqual([]);
      expect(ourOwn(facts)).not.toContain(facts.name);
      expect(writeMessage("text", facts)).toMatchObject({ from: brand.name, subject: null, box: null });
    });
  });

  it("says the brand, the reference and where to look, in plain letters, in two texts' length at most", () => {
    every((facts) => {
      for (const said of [brand.name, facts.reference, facts.link]) expect(textOf(facts)).toContain(said);
      expect(textOf(facts)).toMatch(PLAIN_TEXT);
      expect(textOf(facts).length).toBeLessThanOrEqual(306);
    });
  });
});

describe("an email", () => {
  const words = (facts: MessageFacts) => {
    const { subject, paragraphs } = writeMessage("email", facts);
    return { subject: subject ?? "", body: paragraphs.join("\n") };
  };

  it("names no service and no partner in its subject", () => {
    every((facts) => {
      const { subject } = words(facts);
      expect(subject).toContain(facts.reference);
      expect(
        namesIn(
          subject,
          services.map(({ name }) => name),
        ),
      ).toEqual([]);
      expect(
        namesIn(
          subject,
          organisations.map(({ name }) => name),
        ),
      ).toEqual([]);
      expect(subject).not.toMatch(CLINICAL);
    });
  });

  it("of a sensitive service names it nowhere, nor who gives it; of any other says both, and whose box it is", () => {
    every((facts) => {
      const { body } = words(facts);
      const { box, from } = writeMessage("email", facts);
      const [service = ""] = facts.services;
      const partner = facts.boxes[0]?.partner.name ?? "";
      expect(from).toBe(brand.name);
      if (facts.sensitive) {
        expect(box).toBeNull();
        expect(namesIn(body, [service, partner])).toEqual([]);
      } else {
        expect(box).toEqual(facts.boxes[0]);
        for (const said of [service, partner, facts.boxes[0]?.lines.questions ?? ""])
          expect(body).toContain(said);
      }
    });
  });
});

describe("a letter", () => {
  it("is headed as its box says, and says who answers for the care and who keeps the record", () => {
    every((facts) => {
      const { from, paragraphs, box } = writeMessage("letter", facts);
      expect(box?.lines.letter).toBe(`A letter headed ${from}`);
      const said = paragraphs.join("\n");
      for (const line of [box?.lines.accountable, box?.lines.record, brand.desk.phone, facts.services[0]])
        expect(said).toContain(line);
    });
  });

  it("begins and ends as its box speaks, and says the same between", () => {
    every((facts) => {
      const spoken = (tone?: BoxTone) =>
        writeMessage("letter", {
          ...facts,
          boxes: facts.boxes.map((box) => ({ ...box, ...(tone && { tone }) })),
        });
      const usual = spoken();
      expect(usual.paragraphs[0]).toBe(`Dear ${facts.name},`);
      const ends = {
        warm: ["Hello", "With our best wishes,"],
        formal: ["Dear", "Yours sincerely,"],
      } as const;
      for (const tone of BOX_TONES) {
        const { paragraphs, from } = spoken(tone);
        expect([paragraphs[0], paragraphs.at(-1)]).toEqual([
          `${ends[tone][0]} ${facts.name},`,
          `${ends[tone][1]} ${from}`,
        ]);
        expect(paragraphs.slice(1, -1)).toEqual(usual.paragraphs.slice(1));
      }
    });
  });

  it("is headed by the front door while nobody has the work", () => {
    every((facts) => {
      expect(writeMessage("letter", { ...facts, boxes: [] }).from).toBe(brand.name);
    });
  });
});

describe("every message", () => {
  it.each(TEMPLATES.flatMap((template) => CHANNELS.map((channel) => [template, channel] as const)))(
    "%s has words as a %s, with a date and without",
    (template, channel) => {
      const [facts] = fc.sample(anyFacts, { numRuns: 1, seed: 4 });
      if (!facts) throw new Error("No facts");
      for (const by of [null, "2026-11-24T17:00:00.000Z"]) {
        const { paragraphs, subject } = writeMessage(channel, { ...facts, template, by });
        const said = [subject ?? "", ...paragraphs].join("\n");
        expect(said.trim()).not.toBe("");
        expect(said).not.toMatch(/undefined|null|\[object| {2}|by \./);
      }
    },
  );

  it("can be read at nine to eleven", () => {
    const sentences = Object.values(NEWS).flatMap(({ headline, happened, todo }) => [
      `${headline}.`,
      happened,
      todo(""),
      todo("5 pm tomorrow"),
    ]);
    expect(readingAge(sentences)).toBeLessThanOrEqual(10);
    for (const { happened, todo } of Object.values(NEWS))
      expect(readingAge([happened, todo("5 pm tomorrow")])).toBeLessThanOrEqual(11);
  });

  it("has a headline, also one that this release no longer knows", () => {
    expect(headlineOf("time-given")).toBe("You have a time");
    expect(headlineOf("pigeon-sent")).toBe("News of your request");
    expect(headlineOf("constructor")).toBe("News of your request");
  });
});

describe("a message to a partner without a system", () => {
  const WORK: readonly WorkTemplate[] = [
    "new-work",
    "next-step",
    "work-withdrawn",
    "answer-soon",
    "go-on",
    "time-changed",
    "more-pressing",
    "person-wrote",
    "person-has-red-flag",
  ];
  const LINK = `https://care.example/b/larkmouth/light/${"A-_".repeat(14)}x`;
  const all = WORK.flatMap((template) =>
    [null, ...LIGHT_ASKS].map(
      (ask): LightFacts => ({
        template,
        reference: "K7PM-3QXR",
        now: NOW,
        brand,
        asked: ask && { ask, until: "2027-01-05T09:30:00.000Z" },
      }),
    ),
  );
  const written = all.flatMap((facts) =>
    (["text", "email"] as const).map((channel) => {
      const { subject, paragraphs, box } = withLink(writeLight(channel, facts), LINK);
      const said = [subject ?? "", ...paragraphs].join("\n");
      return { channel, facts, said, box };
    }),
  );

  it("has no clinical word, no service, no partner and nobody's name, by text and by email", () => {
    const partners = organisations.flatMap(({ name, shortName }) => [name, shortName]);
    const given = services.map(({ name }) => name);
    for (const { said, box } of written) {
      const ourOwn = said.replaceAll(brand.name, "").replace(LINK, "").replace(brand.desk.name, "");
      expect(ourOwn).not.toMatch(CLINICAL);
      expect(namesIn(ourOwn, [...given, ...partners])).toEqual([]);
      expect(box).toBeNull();
    }
  });

  it("says the reference, what to do by when, and the link that works once; or whom to ring", () => {
    for (const { said, facts, channel } of written) {
      expect(said).toContain(facts.reference);
      expect(said).not.toContain(LINK_HERE);
      expect(said).not.toMatch(/undefined|null|\[object/);
      if (facts.asked === null) expect(said).toContain(brand.desk.phone);
      else for (const part of [LINK, "works once", "5 January"]) expect(said).toContain(part);
      if (channel === "text") expect(said.trim()).toMatch(PLAIN_TEXT);
      if (channel === "text") expect(said.length).toBeLessThanOrEqual(306);
    }
  });

  it("has a headline, also one that this release no longer knows", () => {
    expect(lightHeadline("new-work")).toBe("There is a new request for you");
    expect(lightHeadline("pigeon-sent")).toBe("There is news of a request");
  });
});
