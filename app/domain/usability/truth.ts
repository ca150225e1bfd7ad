import { letterheadOf, styleInWords } from "../boxes/box";
import type { Box } from "../boxes/types";
import type { Directory } from "../directory/directory";
import { BOX_STYLES } from "../directory/types";
import { isHeld } from "../fulfilment/transitions";
import type { Fulfilment, Part } from "../fulfilment/types";
import { listInWords } from "../shared/in-words";
import { dayInWords, momentInWords } from "../shared/moments-in-words";
import {
  daysFrom,
  type Instant,
  instant,
  localDate,
  localInstant,
  localTime,
  milliseconds,
} from "../shared/time";
import type { TRUTHS } from "./study";

export type TruthKind = (typeof TRUTHS)[number];

/** A request as its tracking page has it. */
export interface TrackedRequest {
  readonly parts: readonly { readonly part: Part; readonly fulfilments: readonly Fulfilment[] }[];
}

/** What is true in a participant's world, in words, and what could be thought instead. `wrong` has no answer twice, nor the right one. */
export interface Truth {
  readonly right: string;
  readonly wrong: readonly string[];
}

/** Beside the right one. */
const WRONG = 3;
const NO_TIME = "I have no time yet";
const NO_DAY = "No day was promised";

/** A part of the request that is somebody's now, and who has it. */
interface Held {
  readonly part: Part;
  readonly fulfilment: Fulfilment;
}

/**
 * The right answer to a comprehension question, from the person's own request as it is at that moment, with wrong ones that
 * somebody who has not understood could well give. Of a request of several parts the right answer names each, in their order.
 * Null when there is nothing that could be right: no request, nobody has it, or nothing of the kind is promised.
 */
export function truthOf(
  kind: TruthKind,
  request: TrackedRequest | undefined,
  directory: Directory,
  now: Instant,
): Truth | null {
  const held = (request?.parts ?? []).flatMap(({ part, fulfilments }) => {
    const fulfilment = fulfilments.findLast(({ status }) => isHeld(status));
    return fulfilment === undefined ? [] : [{ part, fulfilment }];
  });
  if (held.length === 0) return null;
  const boxes = held.map(({ fulfilment }) => fulfilment.box);
  const { brand } = directory;
  switch (kind) {
    case "who-treats": {
      // Who only refers on treats nobody, and who will is not known yet.
      if (boxes.some(({ refers }) => refers)) return null;
      return amongst(
        boxes.map(({ partner }) => partner.name),
        [brand.name, ...others(request, held), ...nearby(directory, held)],
      );
    }
    case "whose-letter":
      return amongst(boxes.map(letterheadOf), [
        brand.name,
        ...boxes.map(({ partner }) => partner.name),
        ...boxes.map(({ partner }) => `${partner.name} and ${brand.name}`),
        ...others(request, held),
        ...nearby(directory, held),
      ]);
    case "who-to-ring":
      return amongst(boxes.map(whoAnswers), [
        `${brand.desk.name} on ${brand.desk.phone}`,
        ...boxes.map(({ partner }) => ringing(directory, partner.id)),
        ...nearbyIds(directory, held).map((id) => ringing(directory, id)),
      ]);
    case "whose-box":
      return amongst(
        boxes.map(styleInWords),
        boxes.flatMap((box) => BOX_STYLES.map((style) => styleInWords({ ...box, style }))),
        oneAfterAnother,
      );
    case "by-when":
      return byWhen(held, now);
    case "when-is-it":
      return whenIsIt(held, now);
    default:
      return kind satisfies never;
  }
}

const together = (answers: readonly string[]): string => listInWords(answers, "and");
const oneAfterAnother = (answers: readonly string[]): string => answers.join("; ");

/** The right one, and the first of the others that are not it. Of several right ones, to name some but not all is wrong. */
function amongst(
  each: readonly string[],
  others: readonly (string | null)[],
  joined: (answers: readonly string[]) => string = together,
): Truth {
  const all = [...new Set(each)];
  const right = joined(all);
  const fewer = all.length > 1 ? [joined(all.slice(0, -1)), ...all] : [];
  const wrong = [...new Set([...fewer, ...others])].filter(
    (answer): answer is string => answer !== null && answer !== right,
  );
  return { right, wrong: wrong.slice(0, WRONG) };
}

const ASK = /^Ask /;
const whoAnswers = ({ lines }: Box): string => lines.questions.replace(ASK, "");

function ringing(directory: Directory, organisationId: string): string | null {
  const organisation = directory.organisation(organisationId);
  return organisation?.phone ? `${organisation.name} on ${organisation.phone}` : null;
}

/** Who had the request before: said no, or did not answer. */
const others = (request: TrackedRequest | undefined, held: readonly Held[]): readonly string[] => {
  const now = new Set(held.map(({ fulfilment }) => fulfilment.organisationId));
  return (request?.parts ?? []).flatMap(({ fulfilments }) =>
    fulfilments.filter(({ organisationId }) => !now.has(organisationId)).map(({ box }) => box.partner.name),
  );
};

/** Others who give the same care, then everybody else who does some, in an order that is always the same. */
function nearbyIds(directory: Directory, held: readonly Held[]): readonly string[] {
  const same = held.flatMap(({ part }) => directory.offersOf(part.serviceId));
  return [...new Set([...same, ...directory.offers].map(({ organisationId }) => organisationId))].filter(
    (id) => !held.some(({ fulfilment }) => fulfilment.organisationId === id),
  );
}

const nearby = (directory: Directory, held: readonly Held[]): readonly (string | null)[] =>
  nearbyIds(directory, held).map((id) => directory.organisation(id)?.name ?? null);

/** By when an answer with a time was promised, while that is still to come: of several parts, the last of them. */
function byWhen(held: readonly Held[], now: Instant): Truth | null {
  const today = localDate(now);
  const promises = held.filter(
    ({ part, fulfilment }) => fulfilment.appointment === null && part.promise.settled === null,
  );
  const [last] = promises
    .map(({ part }) => part.promise.by)
    .sort()
    .reverse();
  if (last === undefined) return null;
  const dayAt = (days: number) => dayInWords(moved(last, days), today);
  return amongst([dayInWords(last, today)], [dayAt(7), dayAt(-2), NO_DAY, dayAt(2)]);
}

/** When the person is seen first. Until a time was given, that none was is what is true. */
function whenIsIt(held: readonly Held[], now: Instant): Truth {
  const today = localDate(now);
  const times = held.flatMap(({ fulfilment }) => fulfilment.appointment?.startsAt ?? []).sort();
  const [first] = times;
  if (first === undefined) {
    const due = held.map(({ part }) => part.promise.by).sort()[0] ?? now;
    return amongst(
      [NO_TIME],
      [due, moved(due, 1), moved(due, 2)].map((at) => momentInWords(at, today)),
    );
  }
  const words = (at: Instant) => momentInWords(at, today);
  return amongst(
    [words(first)],
    [words(moved(first, 1)), words(moved(first, 0, 90)), NO_TIME, words(moved(first, 7))],
  );
}

/** The same time of day some days on, and some minutes. */
const moved = (at: Instant, days: number, minutes = 0): Instant =>
  instant(milliseconds(localInstant(daysFrom(localDate(at), days), localTime(at))) + minutes * 60_000);
