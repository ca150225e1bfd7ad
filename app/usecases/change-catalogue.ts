import { createHash } from "node:crypto";
import { dangersTouched, questionFaults } from "~/domain/catalogue/question-set";
import { newService, type ServiceWords, withWords, wordsOf } from "~/domain/catalogue/service-words";
import type { DirectoryContents, Service } from "~/domain/directory/types";
import type { Question } from "~/domain/journeys/types";
import { folded } from "~/domain/shared/words";
import {
  type ByDecision,
  type ByManager,
  changeDirectory,
  type DirectoryChanged,
  type DirectoryChangeOptions,
  type DirectoryEdit,
} from "./change-directory";
import type { Onedoor } from "./context";

/** What is written down of a service once people have changed it: from then on it is theirs. */
export const SERVICE_CHANGES = [
  "service-added",
  "service-words-set",
  "service-questions-set",
  "service-opened",
  "service-closed",
  "service-imported",
  "red-flags-published",
] as const;
type ServiceChange = (typeof SERVICE_CHANGES)[number];

export type CatalogueRefused =
  | { readonly kind: "not-found" }
  /** Somebody else has changed it since it was looked at. */
  | { readonly kind: "changed-meanwhile" };

/** How a line of the catalogue stands, for telling whether it still stands so when a form comes back. */
export const standingOf = (service: Service): string =>
  createHash("sha256").update(JSON.stringify(service)).digest("hex").slice(0, 16);

/** A line of the catalogue as somebody looked at it before they changed it; `seen` is left out by who looks at no page. */
interface Seen {
  readonly serviceId: string;
  readonly seen?: string;
}

/** Puts a new line into the catalogue. It can be read at once, and asked for once its signs of danger are published. */
export async function addService(
  onedoor: Onedoor,
  brandId: string,
  by: ByManager | ByDecision,
  words: ServiceWords,
  options?: DirectoryChangeOptions,
): Promise<DirectoryChanged<never> & { readonly serviceId: string }> {
  let serviceId = "";
  const add = ({ services }: DirectoryContents): DirectoryEdit | Faulty => {
    const alike = services.find(({ name }) => folded(name) === folded(words.name));
    // A form that is sent twice makes one service.
    if (alike !== undefined)
      return {
        kind: "faulty",
        reasons: [`There is a service called “${alike.name}” already. Change that one`],
      };
    const service = newService(words, new Set(services.map(({ id }) => id)));
    serviceId = service.id;
    return {
      kind: "edit",
      put: { services: [service] },
      action: "service-added" satisfies ServiceChange,
      subject: service.id,
      detail: words,
    };
  };
  const result = await changeDirectory<Faulty>(onedoor, brandId, by, add, options);
  return { ...result, serviceId };
}

/** Changes what a line of the catalogue says and how it is found. */
export const setServiceWords = (
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  { words, ...seen }: Seen & { readonly words: ServiceWords },
): Promise<DirectoryChanged<CatalogueRefused>> =>
  changeService(onedoor, brandId, by, seen, "service-words-set", (service) => ({
    service: withWords(service, words),
    detail: { before: wordsOf(service), after: words },
  }));

/** Closes a line of the catalogue: nobody can ask for it any more, and what was asked for goes on. Or opens it again. */
export const setServiceStatus = (
  onedoor: Onedoor,
  brandId: string,
  by: ByManager | ByDecision,
  { status, ...seen }: Seen & { readonly status: Service["status"] },
  options?: DirectoryChangeOptions,
): Promise<DirectoryChanged<CatalogueRefused>> =>
  changeService(
    onedoor,
    brandId,
    by,
    seen,
    status === "open" ? "service-opened" : "service-closed",
    (service) => ({ service: { ...service, status }, detail: { status } }),
    options,
  );

/**
 * Changes what a service asks, in its order. `faulty` says what to put right, and which answers lead to help at once and
 * are no one person's to change. What people have answered so far stays; what is not asked any more is not sent.
 */
export const setQuestions = (
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  { change, ...seen }: Seen & { readonly change: (questions: readonly Question[]) => readonly Question[] },
): Promise<DirectoryChanged<CatalogueRefused>> =>
  changeService(onedoor, brandId, by, seen, "service-questions-set", (service) => {
    const questions = change(service.questions);
    const reasons = [...questionFaults(questions), ...dangersTouched(service.questions, questions)];
    if (reasons.length > 0) return { kind: "faulty", reasons };
    return { service: { ...service, questions }, detail: { before: service.questions, after: questions } };
  });

type Faulty = { readonly kind: "faulty"; readonly reasons: readonly string[] };

function changeService(
  onedoor: Onedoor,
  brandId: string,
  by: ByManager | ByDecision,
  { serviceId, seen }: Seen,
  action: ServiceChange,
  change: (service: Service) => { readonly service: Service; readonly detail: object } | Faulty,
  options?: DirectoryChangeOptions,
): Promise<DirectoryChanged<CatalogueRefused>> {
  const edit = ({ services }: DirectoryContents): DirectoryEdit | CatalogueRefused | Faulty => {
    const before = services.find(({ id }) => id === serviceId);
    if (before === undefined) return { kind: "not-found" };
    if (seen !== undefined && standingOf(before) !== seen) return { kind: "changed-meanwhile" };
    const changed = change(before);
    if ("kind" in changed) return changed;
    return {
      kind: "edit",
      put: { services: [changed.service] },
      action,
      subject: serviceId,
      detail: changed.detail,
    };
  };
  return changeDirectory<CatalogueRefused | Faulty>(onedoor, brandId, by, edit, options);
}
