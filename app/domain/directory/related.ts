import type { Directory } from "./directory";
import { searchServices } from "./search";
import type { Service } from "./types";

/** By what is built of a directory, which brands that offer the same share. */
const kept = new WeakMap<Directory["search"], Map<string, readonly Service[]>>();

/** As many as are read at the foot of a page. */
const MOST = 4;
/** Of how many of a service's other names the search is asked. */
const MOST_NAMES = 4;

/**
 * What else might suit whoever looks at a service, best first: what holds it as one of several parts, what is found by
 * its own names and is about the same need, and then what else is about that, what most places give first. Never itself, nor what is closed.
 */
export function relatedServices(directory: Directory, service: Service): readonly Service[] {
  const known = kept.get(directory.search) ?? new Map<string, readonly Service[]>();
  kept.set(directory.search, known);
  const before = known.get(service.id);
  if (before) return before;
  const related = find(directory, service);
  known.set(service.id, related);
  return related;
}

function find(directory: Directory, service: Service): readonly Service[] {
  const open = directory.services.filter(({ status }) => status === "open");
  const shared = ({ needs }: Service): number => needs.filter((need) => service.needs.includes(need)).length;
  const score = new Map<string, number>();
  const add = (id: string, points: number) => score.set(id, (score.get(id) ?? 0) + points);
  for (const other of open) {
    if (other.parts?.some(({ serviceId }) => serviceId === service.id)) add(other.id, 100);
    if (shared(other) > 0) add(other.id, shared(other));
    if (other.needs[0] === service.needs[0]) add(other.id, 1);
  }
  for (const name of [service.name, ...service.synonyms.slice(0, MOST_NAMES)]) {
    for (const [at, hit] of searchServices(directory, name).entries()) {
      if (shared(hit.service) > 0) add(hit.service.id, 3 / (at + 1));
    }
  }
  const ownParts = new Set(service.parts?.map(({ serviceId }) => serviceId));
  return open
    .filter(({ id }) => id !== service.id && !ownParts.has(id) && score.has(id))
    .sort(
      (one, other) =>
        (score.get(other.id) ?? 0) - (score.get(one.id) ?? 0) ||
        directory.offersOf(other.id).length - directory.offersOf(one.id).length ||
        (one.id < other.id ? -1 : 1),
    )
    .slice(0, MOST);
}
