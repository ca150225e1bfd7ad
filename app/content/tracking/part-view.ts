import type { Box } from "~/domain/boxes/types";
import { calendarTimeOf } from "~/domain/fulfilment/calendar-time";
import { PRIORITY_WORDS } from "~/domain/fulfilment/priority";
import type { Part } from "~/domain/fulfilment/types";
import { timeInWords } from "~/domain/shared/moments-in-words";
import type { Instant } from "~/domain/shared/time";
import { dayWords } from "../deadlines";
import { type SaidLine, type SeenBy, saidOf } from "./said";
import { type BoxMove, boxMoveOf, type PromiseWords, promiseWords, whyEnded } from "./standing";
import { type Step, timelineOf } from "./timeline";
import type { Names, TrackedEvent, TrackedPart } from "./tracked";

/** All that a tracking page shows of one part, in words. */
export interface PartView {
  readonly id: string;
  readonly serviceName: string;
  /** "Part 2 of 3"; empty for the only one. */
  readonly place: string;
  readonly steps: readonly Step[];
  readonly promise: PromiseWords & { readonly rule: string };
  readonly holder: Holder | null;
  readonly appointment: { readonly day: string; readonly time: string; readonly place: string } | null;
  readonly box: BoxView | null;
  /** What the box brings is the practice's answer, and not yet the care. */
  readonly refers: boolean;
  /** The person's own turn: they choose whom to ask next. */
  readonly yourTurn: boolean;
  /** The person's own turn: whoever has it asked them something. */
  readonly asksYou: boolean;
  /** They can say that they are worse, write to whoever has it, or ask them something. */
  readonly canWrite: boolean;
  /** What was written to and fro. */
  readonly said: readonly SaidLine[];
  /** Its time can be put into a calendar, or, once it is lost, taken out again. */
  readonly calendar: "add" | "remove" | null;
  /** It is over, and they have not said yet how it was. */
  readonly canSayHowItWas: boolean;
  /** They said how it was. */
  readonly saidHowItWas: boolean;
  /** It is over, and they can say that it is not. */
  readonly canReopen: boolean;
  /** "Urgent", once its priority was raised; null while it is as it was asked for. */
  readonly raisedTo: string | null;
  readonly status: Part["status"];
  readonly open: boolean;
  /** Nobody is asked for it yet, because of these parts. */
  readonly waitsFor: readonly string[];
}

/** Who must act now, and how to reach them. */
export interface Holder {
  readonly name: string;
  readonly what: string;
  readonly phone: string | null;
}

export type BoxView =
  | { readonly kind: "as-promised"; readonly box: Box }
  | { readonly kind: "moved"; readonly move: BoxMove }
  /** Nobody has it now: the label that no longer holds, and why. */
  | { readonly kind: "gone"; readonly box: Box; readonly why: string };

/** The names that a page speaks of, with the numbers to ring. */
export interface Contacts extends Names {
  readonly desk: { readonly name: string; readonly phone: string; readonly hours: string };
  phone(organisationId: string): string | null;
}

/** What is known of a part beside what happened to it. */
export interface BesideEvents {
  readonly seenBy?: readonly SeenBy[];
  readonly saidHowItWas?: boolean;
}

export function partViewOf(
  tracked: TrackedPart,
  events: readonly TrackedEvent[],
  contacts: Contacts,
  now: Instant,
  { seenBy = [], saidHowItWas = false }: BesideEvents = {},
): PartView {
  const { part } = tracked;
  // A real organisation was told nothing, so there is nothing to hurry, to answer or to open again.
  const may = contacts.real ? [] : (tracked.may ?? []);
  const held = tracked.fulfilments.at(-1);
  const appointment = held !== undefined && held.ended === null ? held.appointment : null;
  return {
    id: part.id,
    serviceName: tracked.serviceName,
    place: tracked.place ?? "",
    steps: timelineOf(tracked, events, contacts, now),
    promise: { ...promiseWords(tracked, contacts, now), rule: part.promise.rule },
    holder: part.status === "open" && !part.waiting ? holderOf(tracked, contacts) : null,
    appointment:
      appointment === null
        ? null
        : {
            day: dayWords(appointment.startsAt, now),
            time: timeInWords(appointment.startsAt),
            place: appointment.place,
          },
    box: boxViewOf(tracked, contacts),
    refers: tracked.refers === true,
    yourTurn: may.includes("choose-again"),
    asksYou: may.includes("give-information") && part.owner.kind === "patient",
    canWrite: may.includes("add-information"),
    said: saidOf(tracked, events, seenBy, contacts, now),
    calendar: contacts.real ? null : calendarOf(tracked, now),
    canSayHowItWas: !contacts.real && part.status !== "open" && held !== undefined && !saidHowItWas,
    saidHowItWas,
    canReopen: may.includes("reopen"),
    raisedTo: raisedTo(part.id, events),
    status: part.status,
    open: part.status === "open",
    waitsFor: part.waiting ? (tracked.waitsFor ?? []) : [],
  };
}

/** A time that has passed is of no use to a calendar. */
function calendarOf({ part, fulfilments }: TrackedPart, now: Instant): PartView["calendar"] {
  const time = calendarTimeOf(fulfilments);
  if (time === null || time.startsAt <= now) return null;
  if (time.status === "cancelled") return "remove";
  return part.status === "open" ? "add" : null;
}

function raisedTo(partId: string, events: readonly TrackedEvent[]): string | null {
  const raised = events.flatMap(({ partId: of, event }) =>
    of === partId && event.type === "priority-raised" ? [PRIORITY_WORDS[event.to]] : [],
  );
  return raised.at(-1) ?? null;
}

/** Null where nobody can be reached about it: a real organisation was told nothing, and no desk answers for it. */
function holderOf({ part, fulfilments }: TrackedPart, contacts: Contacts): Holder | null {
  if (contacts.real) return null;
  const { owner } = part;
  if (owner.kind === "partner") {
    const held = fulfilments.at(-1);
    return {
      name: contacts.organisation(owner.organisationId),
      what:
        held?.status === "requested"
          ? "They have your request. Call them to ask about it."
          : held?.status === "accepted" && held.appointment === null
            ? "They said yes, and look for a time. Call them to ask about it."
            : "They are looking after you. Call them to ask about your appointment, or to change it.",
      phone: held?.box.questionsPhone || contacts.phone(owner.organisationId),
    };
  }
  const { desk } = contacts;
  const open = `The lines are open ${desk.hours}.`;
  return owner.kind === "patient"
    ? {
        name: "You",
        what: `${
          fulfilments.at(-1)?.hold
            ? "You were asked something, and your answer is waited for."
            : "You can choose who we ask next."
        } If you would like help, call ${desk.name}. ${open}`,
        phone: desk.phone,
      }
    : owner.kind === "desk"
      ? { name: desk.name, what: `They are finding someone for you. ${open}`, phone: desk.phone }
      : {
          name: `The manager of ${contacts.brand}`,
          what: `Call ${desk.name} to ask about it. ${open}`,
          phone: desk.phone,
        };
}

function boxViewOf(tracked: TrackedPart, contacts: Contacts): BoxView | null {
  const held = tracked.fulfilments.at(-1);
  if (held === undefined) return null;
  if (held.ended !== null)
    return { kind: "gone", box: held.box, why: `${whyEnded(held, tracked, contacts)}.` };
  const move = boxMoveOf(tracked, contacts);
  return move === null ? { kind: "as-promised", box: held.box } : { kind: "moved", move };
}
