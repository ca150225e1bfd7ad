import type { Directory } from "./directory";
import type { Service } from "./types";

/**
 * Services for a front page: those that people can ask for themselves and that most places give. Ties go by name. It
 * counts offers and not requests, because a new brand has had none.
 */
export function popularServices(directory: Directory, most: number): readonly Service[] {
  const offersOf = (service: Service) =>
    directory.offersOf(service.id).filter(({ status, role }) => status === "open" && role === "provider")
      .length;
  return directory.services
    .filter(
      ({ status, access, redFlags }) => status === "open" && access === "self-referral" && redFlags !== null,
    )
    .map((service) => ({ service, offers: offersOf(service) }))
    .sort(
      (one, other) =>
        other.offers - one.offers || one.service.name.localeCompare(other.service.name, "en-GB"),
    )
    .slice(0, most)
    .map(({ service }) => service);
}
