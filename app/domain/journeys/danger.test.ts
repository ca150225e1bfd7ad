import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dangerIn } from "./danger";

const MET = {
  "999": [
    "chest pain",
    "Chest pains",
    "pain in my chest",
    "my chest really hurts",
    "tight chest",
    "chset pain",
    "chest pian",
    "crushing feeling in my chest",
    "heart attack",
    "hart attack",
    "stroke",
    "mums face has dropped on one side",
    "slurred speech",
    "can't breathe",
    "cant breath",
    "I cannot breathe properly",
    "struggling to breathe",
    "took too many tablets",
    "I've taken too many of my tablets",
    "too many paracetamol",
    "overdose",
    "over dose",
    "overdosed on paracetamol",
    "he is unconscious",
    "she's unconcious",
    "she wont wake up",
    "bleeding that won't stop",
    "it won’t stop bleeding",
    "coughing up blood",
    "baby is floppy",
    "swallowed a battery",
    "tongue is swelling",
    "im dying",
    "asthma attack",
    "I am in danger at home",
    "took 30 paracetamol",
    "I have taken about twenty of my tablets",
    "swallowed a handful of pills",
    "took a whole packet of paracetamol",
    "coughed up blood",
    "cough up blood",
    "vomited blood",
    "bleeding a lot",
    "lost a lot of blood",
    "my arm has gone weak",
    "my dad is fitting",
    "he fell out of his wheelchair and is fitting",
    "he had a fit",
    "breathless",
    "slit my wrists",
    "cut my wrists",
    "c h e s t pain",
    "i have c h e s t p a i n",
    "he is hitting me",
  ],
  crisis: [
    "want to die",
    "I want to die",
    "i just want to die for real",
    "wanna die",
    "kill myself",
    "going to kill my self",
    "thinking about killing myself",
    "suicide",
    "suicidal thoughts",
    "suicde",
    "end my life",
    "end it all",
    "better off dead",
    "dont want to live any more",
    "don't want to be here",
    "self harm",
    "self-harming",
    "cutting myself",
    "can't go on",
    "no reason to live",
    "my son says he wants to die",
    "I am going to kil myself",
    "ending it all",
    "thinking of ending it",
    "feel like ending things",
    "unalive myself",
    "k i l l myself",
  ],
  "111": [
    "blood in my wee",
    "banged my head",
    "my baby has a high temperature",
    "think I have broken my wrist",
  ],
} as const;

describe("words of danger", () => {
  for (const [leadsTo, texts] of Object.entries(MET)) {
    it.each(texts)(`“%s” leads to ${leadsTo}`, (text) => {
      expect(dangerIn(text)?.leadsTo).toBe(leadsTo);
    });
  }

  it.each([
    "",
    "dying to see a dentist",
    "I'm dying for a good night's sleep",
    "chest infection clinic",
    "bad back",
    "cant sleep",
    "waterworks",
    "physo",
    "flu jab",
    "diabetes",
    "heart failure nurse",
    "breathing exercises class",
    "food poisoning",
    "stop smoking",
    "medicines review",
    "help with my tablets",
    "too many tablets to keep track of",
    "fitting a hearing aid",
    "hearing aid fitting",
    "kitchen fitting",
    "wheelchair fitting",
    "fitting for a wheelchair",
    "fit note",
    "taking paracetamol for my knee",
    "I took 2 paracetamol this morning",
    "a cough, and my blood pressure",
    "I feel odd on Mondays",
    "sitting hurts my back",
    "want to lose weight and diet",
    "hair dye rash",
    "my knee is killing me",
    "end of life care",
    "someone to talk to",
    "sore throat",
    "back pain",
    "blood test",
    "blood pressure check",
    "carers respite",
    "I want to live near my daughter",
    "red eye",
    "stretching class for my legs",
    "help me stand up from a chair",
  ])("“%s” is everyday", (text) => {
    expect(dangerIn(text)).toBeNull();
  });

  it.each(["od'd", "I OD’d last night", "I od'ed on pills", "odd on my pills", "k\u200Bill myself"])(
    "“%s” leads to help",
    (text) => {
      expect(dangerIn(text)).not.toBeNull();
    },
  );

  it("puts 999 before crisis help when a text holds both", () => {
    expect(dangerIn("I want to die, I took too many tablets")?.leadsTo).toBe("999");
  });

  it("says which words it met", () => {
    expect(dangerIn("since Monday I have had a pain in my chest")?.matched).toBe("pain in my chest");
  });

  it("meets words at the end of a long answer", () => {
    expect(dangerIn(`${"My knee is sore. ".repeat(120)} Also I want to kill myself.`)?.leadsTo).toBe(
      "crisis",
    );
  });

  it("is not lost by case, spacing, punctuation or apostrophes", () => {
    const phrase = fc.constantFrom(
      ...Object.entries(MET).flatMap(([leadsTo, texts]) => texts.map((text) => ({ leadsTo, text }))),
    );
    const between = fc.constantFrom(" ", "  ", "\t", "\n", "-", ", ", "... ");
    const apostrophe = fc.constantFrom("'", "’", "‘", "`", "", " ");
    const around = fc.constantFrom("", " ", "help ", "please ", "!!! ", "it started today. ");
    fc.assert(
      fc.property(
        phrase,
        between,
        apostrophe,
        around,
        fc.infiniteStream(fc.boolean()),
        ({ leadsTo, text }, gap, mark, before, upper) => {
          const varied = text.replace(/['’]/g, mark).replace(/ /g, gap);
          const cased = [...varied]
            .map((character) => (upper.next().value ? character.toUpperCase() : character))
            .join("");
          expect(dangerIn(`${before}${cased}`)?.leadsTo).toBe(leadsTo);
        },
      ),
    );
  });

  it("meets the worst of them with their words run together", () => {
    for (const text of ["chestpain", "wanttodie", "killmyself", "heartattack", "cantbreathe"]) {
      expect(dangerIn(text), text).not.toBeNull();
    }
  });
});
