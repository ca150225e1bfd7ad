import { describe, expect, it } from "vitest";
import { NEEDS } from "~/content/needs";
import { boxOf } from "~/domain/boxes/box";
import { buildDirectory } from "~/domain/directory/directory";
import { isOpenAt } from "~/domain/directory/opening";
import { popularServices } from "~/domain/directory/popular";
import { relatedServices } from "~/domain/directory/related";
import { searchServices } from "~/domain/directory/search";
import type { DirectoryContents } from "~/domain/directory/types";
import { route } from "~/domain/routing/route";
import type { Need, SpecialNeeds } from "~/domain/routing/types";
import { contrastOf } from "~/domain/shared/contrast";
import { isNhsNumber, normalPostcode, OdsCode } from "~/domain/shared/identifiers";
import { localInstant } from "~/domain/shared/time";
import { fleschKincaidGrade } from "~tests/support/reading-age";
import { LARKMOUTH_PATIENTS, SALTMARSH_PATIENTS } from "../people/patients";
import { WORKERS } from "../people/workers";
import { larkmouth } from "./larkmouth";
import { LARKMOUTH_CAPACITY } from "./larkmouth/states";
import { LARKMOUTH_POSTCODES, positionOf, SALTMARSH_POSTCODES } from "./postcodes";
import { saltmarsh } from "./saltmarsh";
import { statesOf } from "./states";

const TODAY = "2026-11-22";
const NOW = `${TODAY}T10:00:00.000Z`;
/** Ofcom's numbers for drama. */
const DRAMA = /^(01632 960\d{3}|0808 157 0\d{3}|07700 900\d{3})$/;

/** Every text in a value, with the path to it. */
function textsIn(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`));
}

const doubled = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe.each([
  ["Larkmouth", larkmouth(TODAY), LARKMOUTH_POSTCODES],
  ["Saltmarsh", saltmarsh(TODAY), SALTMARSH_POSTCODES],
] as const)("%s", (_name, contents: DirectoryContents, postcodes) => {
  const { organisations, partnerships, locations, services, offers } = contents;
  const organisation = new Map(organisations.map((one) => [one.id, one]));

  it("uses no id, code or mark twice", () => {
    for (const rows of [organisations, partnerships, locations, services, offers]) {
      expect(doubled(rows.map(({ id }) => id))).toEqual([]);
    }
    expect(doubled(organisations.flatMap(({ odsCode }) => odsCode ?? []))).toEqual([]);
    expect(doubled(organisations.map(({ mark }) => mark.letters))).toEqual([]);
  });

  it("has every offer's service, organisation and location, and no service without an offer but one of several parts", () => {
    for (const offer of offers) {
      expect(
        services.some(({ id }) => id === offer.serviceId),
        offer.id,
      ).toBe(true);
      expect(organisation.has(offer.organisationId), offer.id).toBe(true);
      const location = locations.find(({ id }) => id === offer.locationId);
      if (offer.locationId !== null) expect(location?.organisationId, offer.id).toBe(offer.organisationId);
      else expect(offer.modes, offer.id).not.toContain("in-person");
      expect(offer.booking === "direct", offer.id).toBe(offer.slots !== null);
    }
    const offered = new Set(offers.map(({ serviceId }) => serviceId));
    const without = services.filter(({ id, parts }) => offered.has(id) === (parts !== undefined));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it("has each organisation in a partnership, with its lead provider among the members", () => {
    for (const { id } of organisations) {
      const own = partnerships.filter(({ organisationId }) => organisationId === id);
      expect(own, id).toHaveLength(1);
      const lead = own[0]?.leadOrganisationId ?? null;
      if (lead !== null) expect(organisation.has(lead), id).toBe(true);
    }
  });

  it("keeps codes, telephone numbers and postcodes out of real life", () => {
    for (const { odsCode, phone, id } of organisations) {
      if (odsCode !== null)
        expect(OdsCode.safeParse(odsCode).success && odsCode.startsWith("LKM"), id).toBe(true);
      expect(phone, id).toMatch(DRAMA);
    }
    expect(contents.brand.desk.phone).toMatch(DRAMA);
    for (const { postcode, position } of locations) {
      expect(
        postcodes.some((row) => row.postcode === postcode),
        postcode,
      ).toBe(true);
      expect(position).toEqual(positionOf(postcode));
    }
    for (const { postcode } of postcodes) {
      expect(normalPostcode(postcode)).toBe(postcode);
      expect(postcode).toMatch(/^LM\d/);
    }
  });

  it("has marks that can be read on white", () => {
    for (const { mark, id } of [...organisations, contents.brand]) {
      expect(contrastOf(mark.colour, "#ffffff"), id).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("texts under a name that phones can show", () => {
    const directory = buildDirectory(contents);
    for (const { id } of offers) expect(boxOf(directory, id).lines.text, id).toMatch(/ [A-Za-z0-9]{3,11}$/);
  });

  it("has approved red flags for every service, agreed by two different people", () => {
    for (const { id, redFlags } of services) {
      expect(redFlags?.items.length, id).toBeGreaterThan(0);
      expect(redFlags?.approvedBy[0], id).not.toBe(redFlags?.approvedBy[1]);
      expect(redFlags?.notice, id).toBe("Not clinically reviewed. For demonstration only.");
      expect(doubled(redFlags?.items.map((flag) => flag.id) ?? []), id).toEqual([]);
    }
  });

  it("asks questions whose ids and answers differ, and that hang on an earlier one only", () => {
    for (const { id: serviceId, questions } of services) {
      expect(questions.length, serviceId).toBeGreaterThanOrEqual(2);
      expect(questions.length, serviceId).toBeLessThanOrEqual(4);
      expect(doubled(questions.map(({ id }) => id)), serviceId).toEqual([]);
      for (const [index, question] of questions.entries()) {
        if (question.kind !== "text") expect(doubled(question.options.map(({ value }) => value))).toEqual([]);
        if (question.onlyIf === undefined) continue;
        const earlier = questions.slice(0, index).find(({ id }) => id === question.onlyIf?.question);
        const values = earlier && earlier.kind !== "text" ? earlier.options.map(({ value }) => value) : [];
        expect(values, `${serviceId}/${question.id}`).toEqual(
          expect.arrayContaining([...question.onlyIf.isOneOf]),
        );
      }
    }
  });

  it("leaves nothing unsaid, and groups every service under a need", () => {
    const empty = textsIn(contents).filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
    for (const { id, needs, ...lists } of services) {
      expect(needs.length, id).toBeGreaterThan(0);
      for (const need of needs) expect(NEEDS.map((group) => group.id as string)).toContain(need);
      for (const list of ["synonyms", "whatItIs", "whoItIsFor", "whatToExpect", "whatToBring"] as const) {
        expect(lists[list].length, `${id} ${list}`).toBeGreaterThan(0);
      }
    }
  });

  it("can be read at the age of 11 or so", () => {
    const hard = services.flatMap((service) => {
      const words = [
        service.summary,
        ...service.whatItIs,
        ...service.whoItIsFor,
        ...(service.notFor ?? []),
        ...service.whatToExpect,
        ...(service.howLong ?? []),
        service.ifWorse,
        ...(service.redFlags?.items ?? []).map(({ text }) => `${text}.`),
        ...service.questions.map(({ title }) => title),
      ];
      const grade = fleschKincaidGrade(words);
      return grade > 7 ? [`${service.id}: ${grade.toFixed(1)}`] : [];
    });
    expect(hard).toEqual([]);
  });
});

describe("Larkmouth", () => {
  const contents = larkmouth(TODAY);
  const directory = buildDirectory(contents);
  const found = (text: string) => searchServices(directory, text).map(({ service }) => service.id);

  it("has the services, partners and registered people that it promises", () => {
    expect(contents.services.length).toBeGreaterThanOrEqual(45);
    expect(contents.organisations.length).toBeGreaterThanOrEqual(20);
    const registered = contents.organisations.reduce(
      (sum, { listSize }) => sum + (listSize?.patients ?? 0),
      0,
    );
    expect(registered).toBeGreaterThan(30_000);
  });

  it("has at least five services that need several partners, of health, social care and voluntary groups", () => {
    const together = contents.services.filter(({ parts }) => parts !== undefined);
    expect(together.length).toBeGreaterThanOrEqual(5);
    const kinds = new Set<string>();
    for (const { id, parts = [] } of together) {
      const partners = parts.map(({ serviceId }) => {
        const offers = directory.offersOf(serviceId).filter(({ role }) => role === "provider");
        for (const { organisationId } of offers)
          kinds.add(directory.organisation(organisationId)?.kind ?? "");
        return new Set(offers.map(({ organisationId }) => organisationId));
      });
      const [first, ...others] = partners;
      expect(
        others.some((other) => [...other].some((partner) => !first?.has(partner))),
        id,
      ).toBe(true);
    }
    expect([...kinds]).toEqual(
      expect.arrayContaining(["community-trust", "pharmacy", "social-care", "voluntary"]),
    );
    expect(
      together.filter(({ parts }) => parts?.some(({ after }) => after.length > 0)).length,
    ).toBeGreaterThan(0);
  });

  it("says how long it takes, and for whom something else is better, of what is asked for most", () => {
    const front = popularServices(directory, 8).filter(({ howLong, notFor }) => howLong && notFor);
    expect(front).toHaveLength(8);
    expect(contents.services.filter(({ howLong }) => howLong).length).toBeGreaterThanOrEqual(12);
    expect(
      contents.services
        .filter(({ forCarers }) => forCarers)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["carers-assessment", "carers-start", "flu-jab"]);
  });

  it("has something else to suit whoever looks at any of its services", () => {
    const alone = contents.services.filter((service) => relatedServices(directory, service).length === 0);
    expect(alone.map(({ id }) => id)).toEqual([]);
    const physiotherapy = directory.service("physiotherapy");
    const beside = physiotherapy ? relatedServices(directory, physiotherapy) : [];
    expect(beside[0]?.id).toBe("knee-scan-and-clinic");
    expect(beside.every(({ needs }) => needs.includes("moving"))).toBe(true);
  });

  it.each([
    ["falls clinic", "falls-check"],
    ["knee scan", "knee-scan-and-clinic"],
    ["bad back", "physiotherapy"],
    ["physo", "physiotherapy"],
    ["cant sleep", "sleep"],
    ["waterworks", "continence"],
    ["jab", "flu-jab"],
    ["mole looks funny", "mole-check"],
  ])("finds what people mean by “%s”", (said, service) => {
    expect(found(said)[0]).toBe(service);
  });

  it("goes from one physiotherapist to the next in a clearly different box", () => {
    const overlay = statesOf(contents.offers, NOW, LARKMOUTH_CAPACITY);
    const asked: string[] = [];
    const styles: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const need: Need = {
        serviceId: "physiotherapy",
        priority: "routine",
        person: { bornOn: "1984-03-14", sex: "female", registeredWith: { ods: "LKM101", checked: true } },
        place: { postcode: "LM1 2AB", position: positionOf("LM1 2AB") },
        preferences: { modes: [], first: "recommended", knownTo: [] },
        alreadyAsked: [...asked],
      };
      const chosen = route(directory, overlay, need, NOW).chosen ?? "";
      asked.push(chosen);
      styles.push(`${directory.offer(chosen)?.organisationId} ${directory.offer(chosen)?.box.style}`);
    }
    expect(styles).toEqual(["harbour-trust partner", "tidewell both", "lighthouse brand"]);
  });

  const verdictsOn = (serviceId: string, postcode: string, changes: Partial<Need>, at = NOW) => {
    const need: Need = {
      serviceId,
      priority: directory.service(serviceId)?.priority ?? "routine",
      person: { bornOn: "1984-03-14", sex: "female", registeredWith: null },
      place: { postcode, position: positionOf(postcode) },
      preferences: { modes: [], first: "nearest", knownTo: [] },
      alreadyAsked: [],
      ...changes,
    };
    return new Map(
      route(directory, new Map(), need, at).candidates.map(({ offerId, verdicts }) => [
        offerId,
        verdicts.map(({ pass, text }) => `${pass ? "note" : "no"}: ${text}`),
      ]),
    );
  };
  const born = (bornOn: string): Partial<Need> => ({
    person: { bornOn, sex: "female", registeredWith: null },
  });
  const needing = (needs: Partial<SpecialNeeds>): Partial<Need> => ({
    needs: { access: [], language: null, condition: null, ...needs },
  });

  it("is met with what people need: a hoist, a language, and what nobody has said", () => {
    const hoist = verdictsOn("physiotherapy", "LM1 2AB", needing({ access: ["hoist"] }));
    expect(hoist.get("physiotherapy-capstan-house")).toEqual(["note: They have a hoist"]);
    expect(hoist.get("physiotherapy-the-pumphouse")).toEqual(["no: They do not have a hoist"]);
    const quiet = verdictsOn("physiotherapy", "LM1 2AB", needing({ access: ["quiet-space"] }));
    expect(quiet.get("physiotherapy-the-pumphouse")).toEqual([
      "note: We will check that they have a quiet place to wait",
    ]);
    const polish = verdictsOn("grief", "LM1 2AB", needing({ language: "pl" }));
    expect(polish.get("grief-kettle-kitchen")).toEqual(["no: Only in English, with no interpreter"]);
    const shop = verdictsOn("medicines-review", "LM1 2AB", needing({ language: "pl" }));
    expect(shop.get("medicines-review-ropewalk-shop")).toEqual(["note: They speak Polish"]);
  });

  it("draws the area of its meals on a map, and tells a child's age in months", () => {
    const meals = "meals-kettle-club-home-visit";
    expect(verdictsOn("meals", "LM4 2AB", {}).get(meals)).toEqual([]);
    expect(verdictsOn("meals", "LM5 1AA", {}).get(meals)).toEqual([
      "no: For people who live in the streets inside the ring road",
    ]);
    const therapy = "speech-therapy-westbrook-clinic";
    expect(verdictsOn("speech-therapy", "LM1 2AB", born("2025-05-22")).get(therapy)).toEqual([]);
    expect(verdictsOn("speech-therapy", "LM1 2AB", born("2025-05-23")).get(therapy)).toEqual([
      "no: For people aged 18 months to 15 years",
    ]);
  });

  it("treats each of Pharmacy First's conditions at its own ages", () => {
    const shop = "pharmacy-help-quayside-shop";
    const shingles = needing({ condition: "shingles" });
    expect(verdictsOn("pharmacy-help", "LM1 2AB", shingles).get(shop)).toEqual([]);
    expect(verdictsOn("pharmacy-help", "LM1 2AB", { ...born("2010-01-01"), ...shingles }).get(shop)).toEqual([
      "no: For shingles: people aged 18 and over",
    ]);
  });

  it("has a pharmacy whose staff are trained one afternoon a month", () => {
    const shop = directory.location("westbrook-shop");
    const training = shop?.exceptions?.[0]?.date ?? "";
    const open = (time: string) =>
      shop && isOpenAt(shop, localInstant(training, time), directory.bankHolidays);
    expect([open("12:59"), open("13:00")]).toEqual([true, false]);
    const told = verdictsOn("pharmacy-help", "LM4 1AA", {}, localInstant(training, "14:00"));
    expect(told.get("pharmacy-help-westbrook-shop")).toContain("note: Closed now, opens tomorrow at 8.30 am");
  });

  it("lets only a person's own practice refer them for a knee operation", () => {
    const offers = contents.offers.filter(({ serviceId }) => serviceId === "knee-operation");
    expect(
      offers
        .filter(({ selfReferral }) => selfReferral)
        .every(({ role, ownListOnly }) => role === "referrer" && ownListOnly),
    ).toBe(true);
    expect(offers.filter(({ role }) => role === "referrer")).toHaveLength(6);
  });

  it.each(["2026-11-22", "2027-02-28", "2027-07-01", "2028-12-31"])(
    "has its pop-up shop open on %s",
    (day) => {
      const shop = larkmouth(day).locations.find(({ id }) => id === "fish-market");
      expect(shop?.temporary && shop.temporary.from <= day && day <= shop.temporary.until).toBe(true);
    },
  );

  it("tells capacity of offers that exist", () => {
    const offers = contents.offers.map(({ id }) => id);
    expect(offers).toEqual(expect.arrayContaining(Object.keys(LARKMOUTH_CAPACITY)));
  });
});

describe("the fictional people", () => {
  const patients = [...LARKMOUTH_PATIENTS, ...SALTMARSH_PATIENTS];
  const worlds = [larkmouth(TODAY), saltmarsh(TODAY)];

  it("have NHS numbers that are never given, and live and are registered where the towns are", () => {
    expect(doubled([...patients, ...WORKERS].map(({ id }) => id))).toEqual([]);
    expect(doubled(patients.map(({ nhsNumber }) => nhsNumber))).toEqual([]);
    const practices = worlds.flatMap(({ organisations }) => organisations.map(({ odsCode }) => odsCode));
    for (const { id, nhsNumber, postcode, registeredWith, phone } of patients) {
      expect(isNhsNumber(nhsNumber) && nhsNumber.startsWith("999"), id).toBe(true);
      expect(() => positionOf(postcode)).not.toThrow();
      expect(practices).toContain(registeredWith);
      expect(phone).toMatch(DRAMA);
    }
  });

  it("have somebody at work in every organisation of both brands", () => {
    for (const { brand, organisations } of worlds) {
      for (const { id } of organisations) {
        const works = WORKERS.some((worker) =>
          worker.works.some((work) => work.brand === brand.id && work.organisation === id),
        );
        expect(works, `${brand.id}/${id}`).toBe(true);
      }
    }
  });
});
