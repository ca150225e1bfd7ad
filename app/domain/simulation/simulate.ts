import type { Directory } from "../directory/directory";
import type { Offer, Overlay } from "../directory/types";
import type { PartFact } from "../flow/fact";
import { ruledOutBy } from "../fulfilment/asked-already";
import { promiseOf, type Setting } from "../fulfilment/deadlines";
import { afterRefusal } from "../fulfilment/next-step";
import type { EndReason } from "../fulfilment/types";
import type { Gatherings } from "../routing/gatherings";
import { type RouteOptions, route } from "../routing/route";
import type { Candidate, RoutingDecision } from "../routing/types";
import { type Instant, instant, milliseconds } from "../shared/time";
import { acceptedBy, answerOf, isToldFirst, monthOf, type Room } from "./answer";
import { type Behaviour, behaviours, type PartnerBehaviour } from "./behaviour";
import { type Accepted, type Asked, type Course, factOf } from "./course";
import { luckOf, numberOf } from "./luck";
import { OTHERWISE_A_WEEK } from "./places";
import { Queue } from "./queue";
import { inTime, type RecordedRequest } from "./replay";
import { RoomAsItGoes } from "./room";
import { WorkingTime } from "./working-time";

/** What requests meet in a simulation. */
export interface SimulatedWorld {
  readonly directory: Directory;
  /** Of what partners said of their room, that there is none holds throughout; all else follows from the requests. */
  readonly overlay: Overlay;
  readonly behaviour: Behaviour;
  /** How many people an offer sees in a week, by offer id; one that is not named goes by its diary, or by `otherwise`. */
  readonly placesAWeek?: Readonly<Record<string, number>>;
  readonly otherwise?: number;
}

export interface SimulateOptions {
  readonly seed: number;
  /** What happens after it is not known; left out: everything is. */
  readonly until?: Instant;
  /** How many requests are asked for between two steps. */
  readonly every?: number;
  /** Shared by simulations of one directory that go on side by side: what each sorts for a need, the others need not. */
  readonly gatherings?: Gatherings;
}

export interface SimulatedStep {
  /** How many parts have ended, of how many. */
  readonly done: number;
  readonly of: number;
  /** The moment up to which everything was asked for. */
  readonly at: Instant;
  /** Those that ended since the last step: the first to end first. */
  readonly facts: readonly PartFact[];
}

const EVERY = 2_000;
/** Nobody reads why, nor who cannot be asked. */
const AGAIN: RouteOptions = { explain: false, failed: false };
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** The whole of a simulation at once: a fact a request, in the order of time, then of ids. */
export function simulateAll(
  world: SimulatedWorld,
  recorded: readonly RecordedRequest[],
  options: SimulateOptions,
): PartFact[] {
  const facts: PartFact[] = [];
  for (const step of simulate(world, recorded, options)) for (const fact of step.facts) facts.push(fact);
  return facts.sort((a, b) => inTime({ at: a.askedAt, id: a.id }, { at: b.askedAt, id: b.id }));
}

/**
 * What would become of these requests? Each is routed by the routing that people get, in the order of time; the partner
 * that it comes to takes it on, declines or never answers by its behaviour, and it goes on as the fulfilment layer says
 * until somebody has it or nobody is left. Places are used up, and what partners were given and kept moves their rank.
 * It goes on a step at a time, so that whoever runs it can show how far it is, or stop.
 */
export function* simulate(
  world: SimulatedWorld,
  recorded: readonly RecordedRequest[],
  options: SimulateOptions,
): Generator<SimulatedStep, void, void> {
  const inOrder = [...recorded].sort(inTime);
  let at = inOrder[0]?.at ?? instant(0);
  const simulation = new Simulation(world, at, options);
  const every = options.every ?? EVERY;
  let done = 0;
  const step = (): SimulatedStep => {
    const facts = simulation.ended();
    done += facts.length;
    return { done, of: inOrder.length, at, facts };
  };
  for (const [place, request] of inOrder.entries()) {
    simulation.goOnUntil(milliseconds(request.at));
    simulation.begin(request, place);
    at = request.at;
    if ((place + 1) % every === 0) yield step();
  }
  simulation.goOnUntil(Number.POSITIVE_INFINITY);
  yield step();
}

/** How many can be chosen among; that the person's own practice refers them on is one. */
function choicesIn({ outcome, candidates, notShown }: RoutingDecision): number {
  if (outcome === "referral") return 1;
  let choices = notShown.eligible;
  for (const { eligible } of candidates) if (eligible) choices += 1;
  return choices;
}

/** A part that is asked for again at its moment. */
interface Due {
  readonly due: number;
  readonly number: number;
  readonly course: Course;
}

class Simulation {
  readonly #directory: Directory;
  readonly #behaviour: Behaviour;
  readonly #behaviours: ReadonlyMap<string, PartnerBehaviour>;
  /** By organisation id: what luck with it follows from. */
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #seed: number;
  readonly #until: Instant | null;
  readonly #first: RouteOptions;
  readonly #room: RoomAsItGoes;
  readonly #working: WorkingTime;
  readonly #queue = new Queue<Due>();
  #ended: PartFact[] = [];

  constructor(world: SimulatedWorld, from: Instant, { seed, until, gatherings }: SimulateOptions) {
    const { directory, overlay, behaviour, placesAWeek = {}, otherwise = OTHERWISE_A_WEEK } = world;
    this.#directory = directory;
    this.#behaviour = behaviour;
    this.#behaviours = behaviours(behaviour, directory.organisations);
    this.#numbers = new Map(directory.organisations.map(({ id }) => [id, numberOf(id)]));
    this.#seed = seed;
    this.#until = until ?? null;
    this.#first = gatherings === undefined ? AGAIN : { ...AGAIN, gatherings };
    this.#working = new WorkingTime(directory.bankHolidays);
    this.#room = new RoomAsItGoes(directory, overlay, from, placesAWeek, otherwise);
  }

  /** Everything that is due by a moment, soonest first. */
  goOnUntil(moment: number): void {
    for (let next = this.#queue.first; next !== undefined && next.due <= moment; next = this.#queue.first) {
      this.#queue.take();
      this.#ask(next.course, instant(next.due));
    }
  }

  begin(request: RecordedRequest, number: number): void {
    const part = numberOf(request.id, this.#seed);
    const { need, at } = request;
    const course: Course = {
      request,
      number,
      part,
      promise: promiseOf(need.priority, this.#settingAt(at)),
      passOn: luckOf(part, "passOn") < this.#behaviour.people.passOn,
      asked: [...need.alreadyAsked],
      turnedDown: [],
      choices: null,
      toldFirst: true,
    };
    this.#ask(course, at);
  }

  /** The facts of what has ended since the last call. */
  ended(): readonly PartFact[] {
    const facts = this.#ended;
    this.#ended = [];
    return facts;
  }

  #ask(course: Course, at: Instant): void {
    if (this.#isAfter(at)) this.#end(course, null, null);
    else {
      const { need } = course.request;
      const isFirst = course.asked.length === 0;
      const asking = isFirst ? need : { ...need, alreadyAsked: course.asked };
      const decision = route(this.#directory, this.#room.at(at), asking, at, isFirst ? this.#first : AGAIN);
      course.choices ??= choicesIn(decision);
      const chosen = decision.candidates.find(({ offerId }) => offerId === decision.chosen);
      const asked = chosen && this.#asked(course, chosen, at);
      if (asked) this.#askPartner(course, asked);
      else this.#leaveToDesk(course);
    }
  }

  #asked(course: Course, chosen: Candidate, at: Instant): Asked | undefined {
    const offer = this.#directory.offer(chosen.offerId);
    const behaviour = offer && this.#behaviours.get(offer.organisationId);
    if (offer === undefined || behaviour === undefined) return undefined;
    const organisation = this.#numbers.get(offer.organisationId) ?? 0;
    const time = course.turnedDown.filter((by) => by.organisationId === offer.organisationId).length;
    return { at, now: milliseconds(at), offer, chosen, behaviour, organisation, time };
  }

  #askPartner(course: Course, asked: Asked): void {
    const { offer, chosen, at } = asked;
    const setting = this.#settingAt(at);
    const room: Room = {
      isFull: this.#room.isFull(offer, at),
      seesAt: this.#room.seesAt(offer, at),
      season: this.#behaviour.season[monthOf(at)] ?? 1,
    };
    const answer = answerOf(course, asked, room, setting, this.#working);
    this.#room.given(offer, at);
    course.toldFirst &&= isToldFirst(course, asked);
    if (this.#isAfter(answer.at)) this.#end(course, chosen, null);
    else if (answer.kind === "accepted") {
      const accepted = acceptedBy(course, asked, answer.at, room, this.#working);
      this.#room.take(offer, at);
      this.#room.settled(offer, accepted.isKept, answer.at);
      this.#end(course, chosen, accepted);
    } else {
      if (answer.kind === "silent") this.#room.settled(offer, false, answer.at);
      course.turnedDown.push({ ...answer, organisationId: offer.organisationId });
      this.#goOn(course, offer, answer.kind === "silent" ? "silent" : answer.code, answer.at);
    }
  }

  /** Nobody is left who can be asked: an unmet need. */
  #leaveToDesk(course: Course): void {
    course.toldFirst &&= luckOf(course.part, "told") < this.#behaviour.desk.tellsFirst;
    this.#end(course, null, null);
  }

  /** It ended without care: the next partner is asked, or people look at it first. */
  #goOn(course: Course, offer: Offer, reason: EndReason, at: Instant): void {
    this.#ruleOut(course, offer, reason);
    const { people, desk } = this.#behaviour;
    const next = afterRefusal(reason);
    const again = (due: number) => this.#queue.add({ due, number: course.number, course });
    const from = milliseconds(at);
    if (next === "desk") again(this.#working.after(from, desk.asksAfterHours));
    else if (next === "next" && course.passOn) again(from);
    else if (luckOf(course.part, "choosesAgain", 0, course.turnedDown.length) < people.choosesAgain) {
      again(from + Math.floor(people.choosesAfterHours * HOUR));
    } else this.#end(course, null, null, true);
  }

  #ruleOut({ asked, request }: Course, offer: Offer, reason: EndReason): void {
    asked.push(offer.id);
    if (ruledOutBy(reason) !== "organisation") return;
    for (const { id, serviceId } of this.#directory.offersBy(offer.organisationId)) {
      if (serviceId === request.need.serviceId && id !== offer.id) asked.push(id);
    }
  }

  #end(course: Course, chosen: Candidate | null, accepted: Accepted | null, calledOff = false): void {
    const { promise, part, request } = course;
    const seenAt = accepted?.seenAt ?? request.at;
    const weeks = (milliseconds(seenAt) - milliseconds(request.at)) / WEEK;
    const stays = (1 - this.#behaviour.people.cancelsAWeek) ** weeks;
    this.#ended.push(
      factOf(course, {
        chosen,
        accepted,
        isCancelled: calledOff || luckOf(part, "cancels") >= stays,
        isOverdue: !calledOff && !this.#isAfter(promise.by),
      }),
    );
  }

  #isAfter = (at: Instant): boolean => this.#until !== null && at > this.#until;

  #settingAt(now: Instant): Setting {
    const { brand, policy, bankHolidays } = this.#directory;
    return { now, brandKind: brand.kind, policy, bankHolidays };
  }
}
