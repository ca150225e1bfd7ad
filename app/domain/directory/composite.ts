import type { Question, RedFlag, RedFlagSet } from "../journeys/types";
import type { Service } from "./types";

/**
 * What is wrong with the services that are made of parts, in sentences; empty when nothing is. A part is another
 * service of the same catalogue, once in a composite, and no composite itself; it waits for other parts of the same
 * composite, and never for itself in a round-about way.
 */
export function partsProblems(services: readonly Service[]): readonly string[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  return services.flatMap((service) => {
    const { parts } = service;
    if (parts === undefined) return [];
    const wrong = (what: string): string => `Service ${service.id} ${what}`;
    const ids = parts.map(({ serviceId }) => serviceId);
    const problems = [
      ...(parts.length < 2 ? [wrong("must have two parts or more, or none")] : []),
      ...ids
        .filter((id) => !byId.has(id))
        .map((id) => wrong(`has a part ${id}, which is not in the catalogue`)),
      ...ids
        .filter((id) => byId.get(id)?.parts !== undefined)
        .map((id) => wrong(`has a part ${id}, which has parts itself`)),
      ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => wrong(`has the part ${id} twice`)),
      ...parts.flatMap(({ serviceId, after }) =>
        after
          .filter((id) => !ids.includes(id))
          .map((id) => wrong(`has a part ${serviceId} that waits for ${id}, which is not a part of it`)),
      ),
    ];
    return problems.length === 0 && isRound(parts) ? [wrong("has parts that wait for each other")] : problems;
  });
}

/** Whether some parts can never be asked for, because each waits for another of them. */
function isRound(parts: NonNullable<Service["parts"]>): boolean {
  const done = new Set<string>();
  for (;;) {
    const ready = parts.filter(
      ({ serviceId, after }) => !done.has(serviceId) && after.every((id) => done.has(id)),
    );
    if (ready.length === 0) return done.size < parts.length;
    for (const { serviceId } of ready) done.add(serviceId);
  }
}

/**
 * The services as they are asked for. A composite's red flags are its own and those of each part, so that asking for
 * several things at once asks for no fewer signs of danger; an answer of a part's questions that leads to help at once
 * is among them, for those questions are not asked. Where a part has no approved red flags, neither has the composite; where one is closed, so is the composite,
 * and its flags stay for whoever has asked.
 * Throws when a composite is not whole.
 */
export function withPartsFlags(services: readonly Service[]): readonly Service[] {
  const problems = partsProblems(services);
  if (problems.length > 0) throw new Error(problems.join(". "));
  if (services.every(({ parts }) => parts === undefined)) return services;
  const byId = new Map(services.map((service) => [service.id, service]));
  return services.map((service) => {
    if (service.parts === undefined) return service;
    const parts = service.parts.flatMap(({ serviceId }) => byId.get(serviceId) ?? []);
    const status = parts.some((part) => part.status === "closed") ? "closed" : service.status;
    return { ...service, status, redFlags: flagsOfAll(service.redFlags, parts) };
  });
}

function flagsOfAll(own: RedFlagSet | null, parts: readonly Service[]): RedFlagSet | null {
  const sets = parts.flatMap(({ redFlags }) => redFlags ?? []);
  if (own === null || sets.length < parts.length) return null;
  const items: RedFlag[] = [...own.items];
  const add = (serviceId: string, flag: RedFlag): void => {
    const said = items.some(({ text, leadsTo }) => text === flag.text && leadsTo === flag.leadsTo);
    if (!said) items.push({ ...flag, id: `${serviceId}.${flag.id}` });
  };
  for (const { id, redFlags, questions } of parts) {
    for (const flag of redFlags?.items ?? []) add(id, flag);
    for (const flag of questions.flatMap(emergenciesOf)) add(id, flag);
  }
  return {
    ...own,
    version: versionOf(JSON.stringify([own.version, sets.map(({ version }) => version), items])),
    items,
  };
}

/** The answers to a question that lead to help at once, as flags that a person can tick. */
function emergenciesOf(question: Question): readonly RedFlag[] {
  if (question.kind === "text") return [];
  return question.options.flatMap(({ value, label, leadsTo }) =>
    leadsTo === undefined
      ? []
      : [{ id: `${question.id}.${value}`, text: `${question.label}: ${label}`, leadsTo }],
  );
}

/** A number that is another one when any of the sets it was made of is (FNV-1a, 32 bits). */
function versionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash;
}
