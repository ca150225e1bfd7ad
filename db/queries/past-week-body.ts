import type { BoxStyle } from "~/domain/directory/types";
import { AGE_BANDS, type AgeBand, type PartFact, type TurnedDown } from "~/domain/flow/fact";
import type { Need, RejectedReason } from "~/domain/routing/types";
import { type Instant, instant, milliseconds } from "~/domain/shared/time";
import type { RecordedRequest } from "~/domain/simulation/replay";
import { whoseRequest } from "~/domain/simulation/whose-request";

/** A part that was asked for, and what became of it; null where nothing of that is known, nor made up. */
export interface PastPart {
  readonly need: RecordedRequest;
  readonly fact: PartFact | null;
}

/**
 * A week as it is stored: numbers only, and what they stand for once. A moment is so many milliseconds after the week's
 * first; a word, or anything that is said in the same words again and again, is its place in a list.
 */
interface Body {
  readonly format: 1;
  /** The week's first moment, in milliseconds. */
  readonly from: number;
  readonly words: readonly string[];
  readonly needs: readonly (readonly number[])[];
  readonly ids: readonly string[];
  /** One a part, or null for those of which nothing is known. */
  readonly facts: readonly (readonly (number | null)[] | null)[];
}

/** What stands for nothing in the place of a word. */
const NONE = -1;
const PRIORITIES = ["routine", "urgent", "asap"] as const;
const SEXES = ["female", "male"] as const;

/** Words by their places, each once. */
class Words {
  readonly list: string[] = [];
  readonly #places = new Map<string, number>();

  place(word: string): number {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    const place = this.list.push(word) - 1;
    this.#places.set(word, place);
    return place;
  }

  placeOrNone = (word: string | null): number => (word === null ? NONE : this.place(word));
}

/** A week's parts as text. `parts` are in the order in which they are to be read. */
export function weekBody(parts: readonly PastPart[]): string {
  const words = new Words();
  const from = Math.min(...parts.map(({ need }) => milliseconds(need.at)), Number.MAX_SAFE_INTEGER);
  const moment = (at: Instant) => milliseconds(at) - from;
  const body: Body = {
    format: 1,
    from,
    words: words.list,
    needs: parts.map(({ need }) => needRow(need, words, moment)),
    ids: parts.map(({ need }) => need.id.slice(prefixOf(need.id).length)),
    facts: parts.map(({ fact }) => fact && factRow(fact, words, moment)),
  };
  return JSON.stringify(body);
}

/** The part of an id that it has in common with others. */
const prefixOf = (id: string): string => id.slice(0, id.lastIndexOf("-") + 1);

type Moment = (at: Instant) => number;

function needRow({ id, at, need }: RecordedRequest, words: Words, moment: Moment): number[] {
  const { person, place, preferences, needs, alreadyAsked } = need;
  return [
    words.place(prefixOf(id)),
    moment(at),
    words.place(need.serviceId),
    PRIORITIES.indexOf(need.priority),
    words.placeOrNone(person.bornOn),
    person.sex === null ? NONE : SEXES.indexOf(person.sex),
    words.placeOrNone(person.registeredWith && JSON.stringify(person.registeredWith)),
    words.placeOrNone(place && JSON.stringify(place)),
    words.place(JSON.stringify(preferences)),
    words.placeOrNone(needs === undefined ? null : JSON.stringify(needs)),
    alreadyAsked.length === 0 ? NONE : words.place(JSON.stringify(alreadyAsked)),
  ];
}

const flag = (is: boolean | null): number | null => (is === null ? null : Number(is));

function factRow(fact: PartFact, words: Words, moment: Moment): (number | null)[] {
  const momentOrNull = (at: Instant | null) => (at === null ? null : moment(at));
  return [
    AGE_BANDS.indexOf(fact.age),
    words.placeOrNone(fact.outcode),
    fact.choices,
    words.placeOrNone(fact.organisationId),
    words.placeOrNone(fact.offerId),
    words.placeOrNone(fact.box),
    momentOrNull(fact.acceptedAt),
    momentOrNull(fact.seenAt),
    moment(fact.promiseBy),
    flag(fact.promiseKept),
    flag(fact.toldFirst),
    flag(fact.informed),
    fact.km,
    Number(fact.cancelled),
    ...fact.turnedDown.flatMap((each) => [
      words.place(each.organisationId),
      each.kind === "silent" ? NONE : words.place(each.code),
      moment(each.at),
    ]),
  ];
}

const TURNED_DOWN_FROM = 14;

/** The parts of a week, as they were written. Throws for a text that is no week: it was not written here. */
export const partsOfWeek = (text: string): PastPart[] => [...eachPartOfWeek(text)];

/** The same one by one, each read as it is taken. */
export function* eachPartOfWeek(text: string): Generator<PastPart, void, void> {
  const body = JSON.parse(text) as Body;
  if (body.format !== 1) throw new Error("A week of the past is in a format that is not known");
  const read = new Reading(body);
  for (const [at, row] of body.needs.entries()) {
    const need = read.need(row, body.ids[at] ?? "");
    const fact = body.facts[at];
    yield { need, fact: fact ? read.fact(fact, need) : null };
  }
}

/** Reads rows of one week. What is said alike is one value, however many parts say it. */
class Reading {
  readonly #from: number;
  readonly #words: readonly string[];
  readonly #values: unknown[] = [];

  constructor({ from, words }: Body) {
    this.#from = from;
    this.#words = words;
  }

  need(row: readonly number[], id: string): RecordedRequest {
    const [prefix = 0, at = 0, service = 0, priority = 0, born = NONE, sex = NONE] = row;
    const [, , , , , , practice = NONE, place = NONE, preferences = 0, needs = NONE, asked = NONE] = row;
    return {
      id: `${this.#word(prefix)}${id}`,
      at: instant(this.#from + at),
      need: {
        serviceId: this.#word(service),
        priority: PRIORITIES[priority] ?? "routine",
        person: {
          bornOn: this.#wordOrNull(born),
          sex: SEXES[sex] ?? null,
          registeredWith: this.#value<Need["person"]["registeredWith"]>(practice) ?? null,
        },
        place: this.#value<Need["place"]>(place) ?? null,
        preferences: this.#value<Need["preferences"]>(preferences) as Need["preferences"],
        ...(needs === NONE
          ? {}
          : { needs: this.#value<NonNullable<Need["needs"]>>(needs) as NonNullable<Need["needs"]> }),
        alreadyAsked: this.#value<readonly string[]>(asked) ?? [],
      },
    };
  }

  fact(row: readonly (number | null)[], { id, at, need }: RecordedRequest): PartFact {
    const moment = (place: number): Instant | null => {
      const value = row[place];
      return value === null || value === undefined ? null : instant(this.#from + value);
    };
    const is = (place: number): boolean | null => (row[place] === null ? null : row[place] === 1);
    const word = (place: number): string | null => this.#wordOrNull(row[place] ?? NONE);
    return {
      id,
      person: whoseRequest(id),
      askedAt: at,
      serviceId: need.serviceId,
      priority: need.priority,
      age: AGE_BANDS[row[0] ?? 0] as AgeBand,
      outcode: word(1),
      choices: row[2] ?? 0,
      turnedDown: this.#turnedDown(row),
      organisationId: word(3),
      offerId: word(4),
      box: word(5) as BoxStyle | null,
      acceptedAt: moment(6),
      seenAt: moment(7),
      promiseBy: moment(8) ?? at,
      promiseKept: is(9),
      toldFirst: is(10),
      informed: is(11),
      km: row[12] ?? null,
      cancelled: row[13] === 1,
    };
  }

  #turnedDown(row: readonly (number | null)[]): readonly TurnedDown[] {
    if (row.length === TURNED_DOWN_FROM) return NOBODY;
    const turned: TurnedDown[] = [];
    for (let place = TURNED_DOWN_FROM; place < row.length; place += 3) {
      const organisationId = this.#word(row[place] ?? 0);
      const at = instant(this.#from + (row[place + 2] ?? 0));
      const code = row[place + 1] ?? NONE;
      if (code === NONE) turned.push({ kind: "silent", organisationId, at });
      else turned.push({ kind: "declined", organisationId, code: this.#word(code) as RejectedReason, at });
    }
    return turned;
  }

  #word(place: number): string {
    const word = this.#words[place];
    if (word === undefined) throw new Error("A week of the past names a word that is not in it");
    return word;
  }

  #wordOrNull = (place: number): string | null => (place === NONE ? null : this.#word(place));

  #value<T>(place: number): T | null {
    if (place === NONE) return null;
    this.#values[place] ??= JSON.parse(this.#word(place));
    return this.#values[place] as T;
  }
}

const NOBODY: readonly TurnedDown[] = [];
