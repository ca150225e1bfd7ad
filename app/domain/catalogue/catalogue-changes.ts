import { partsProblems, withPartsFlags } from "../directory/composite";
import type { Service } from "../directory/types";
import { toJson } from "../shared/json";
import { dangersTouched, questionFaults } from "./question-set";
import { flagFaults, proposesChange } from "./red-flag-proposal";

/** What a catalogue from a file makes of the one that is there. Nothing is taken away: what is not in the file stays. */
export interface CatalogueChanges {
  /** To be put, as they will stand: without the signs of danger of the file, which two people publish. */
  readonly put: readonly Service[];
  readonly added: readonly string[];
  /** Each with the names of the fields that differ. */
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
  readonly unchanged: readonly string[];
  readonly notInFile: readonly string[];
  /** Of which services the file has other signs of danger than are in force. */
  readonly toPropose: readonly Service[];
  /** In sentences that begin with the service; empty when the file can be taken in. */
  readonly faults: readonly string[];
}

/**
 * Compares a file with a catalogue. Answers that lead to help at once may come with a service that is new, which nobody
 * can ask for before two people have published its signs of danger; those of a service that is there are not touched.
 */
export function catalogueChanges(before: readonly Service[], file: readonly Service[]): CatalogueChanges {
  const known = new Map(before.map((service) => [service.id, service]));
  const inFile = new Set(file.map(({ id }) => id));
  const put: Service[] = [];
  const added: string[] = [];
  const changed: { id: string; fields: readonly string[] }[] = [];
  const unchanged: string[] = [];
  const faults: string[] = [];
  for (const service of file) {
    const { id } = service;
    const old = known.get(id);
    const found = [
      ...questionFaults(service.questions),
      ...(old === undefined ? [] : dangersTouched(old.questions, service.questions)),
    ];
    faults.push(...found.map((fault) => `${id}: ${fault}`));
    const next = { ...service, redFlags: old?.redFlags ?? null };
    const fields = old === undefined ? [] : differing(old, next);
    if (old !== undefined && fields.length === 0) {
      unchanged.push(id);
      continue;
    }
    put.push(next);
    if (old === undefined) added.push(id);
    else changed.push({ id, fields });
  }
  const toPropose = file.filter(
    ({ id, redFlags }) => redFlags !== null && proposesChange(redFlags, known.get(id)?.redFlags ?? null),
  );
  for (const { id, redFlags } of toPropose)
    if (redFlags !== null) faults.push(...flagFaults(redFlags).map((fault) => `${id}: ${fault}`));
  if (faults.length === 0) faults.push(...signsLost(before, put));
  return {
    put,
    added,
    changed,
    unchanged,
    notInFile: before.flatMap(({ id }) => (inFile.has(id) ? [] : [id])),
    toPropose,
    faults,
  };
}

/** Signs of danger that services which are there would no longer ask for, with other parts than they have. */
function signsLost(before: readonly Service[], put: readonly Service[]): readonly string[] {
  const after = [...new Map([...before, ...put].map((service) => [service.id, service])).values()];
  if (partsProblems(after).length > 0) return [];
  const signsOf = (services: readonly Service[]) =>
    new Map(withPartsFlags(services).map(({ id, redFlags }) => [id, redFlags?.items ?? []]));
  const are = signsOf(after);
  return [...signsOf(before)].flatMap(([id, items]) =>
    items
      .filter(({ text, leadsTo }) => !are.get(id)?.some((is) => is.text === text && is.leadsTo === leadsTo))
      .map(({ text }) => `${id}: would not ask for “${text}” any more. Signs of danger need two people`),
  );
}

/** The names of the fields that two services do not have alike. */
function differing(one: Service, other: Service): readonly string[] {
  const [ours, theirs] = [one, other].map((service) => new Map<string, unknown>(Object.entries(service)));
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((field) => toJson(ours?.get(field)) !== toJson(theirs?.get(field)))
    .sort();
}
