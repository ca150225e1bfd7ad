import type { Directory } from "./directory";
import type { Service } from "./types";

/**
 * Services for a front page: of each need, the one that people can ask for themselves and that most places give, so
 * that no one kind of care fills the list. Ties go by name. It counts offers and not requests: a new brand has had none.
 */
export function popularServices(directory: Directory, most: number): readonly Service[] {
  const offersOf = (service: Service) =>
    directory.offersOf(service.id).filter(({ status, role }) => status === "open" && role === "provider")
      .length;
  const ranked = directory.services
    .filter(
      ({ status, access, redFlags }) => status === "open" && access === "self-referral" && redFlags !== null,
    )
    .map((service) => ({ service, offers: offersOf(service) }))
    .sort(
      (one, other) =>
        other.offers - one.offers || one.service.name.localeCompare(other.service.name, "en-GB"),
    );
  const needs = new Set<string>();
  const first = ranked.filter(({ service }) => {
    const need = service.needs[0] ?? "";
    return !needs.has(need) && needs.add(need);
  });
  return [...new Set([...first, ...ranked])].slice(0, most).map(({ service }) => service);
}
