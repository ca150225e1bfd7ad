import { newId } from "../directory/new-ids";
import type { Service } from "../directory/types";

/** What a line of the catalogue says and how it is found: all but its questions and its signs of danger. */
export type ServiceWords = Pick<
  Service,
  | "name"
  | "summary"
  | "needs"
  | "synonyms"
  | "whatItIs"
  | "whoItIsFor"
  | "whatToExpect"
  | "whatToBring"
  | "cost"
  | "ifWorse"
  | "priority"
  | "access"
> & {
  readonly notFor: readonly string[];
  readonly howLong: readonly string[];
  readonly forCarers: boolean;
  readonly sensitive: boolean;
};

/** What a service says now, with what it says nothing of as nothing. */
export const wordsOf = (service: Service): ServiceWords => ({
  name: service.name,
  summary: service.summary,
  needs: service.needs,
  synonyms: service.synonyms,
  whatItIs: service.whatItIs,
  whoItIsFor: service.whoItIsFor,
  notFor: service.notFor ?? [],
  howLong: service.howLong ?? [],
  whatToExpect: service.whatToExpect,
  whatToBring: service.whatToBring,
  cost: service.cost,
  ifWorse: service.ifWorse,
  priority: service.priority,
  access: service.access,
  forCarers: service.forCarers ?? false,
  sensitive: service.sensitive ?? false,
});

/** The same service in other words; what nothing is said of is left out. */
export function withWords(service: Service, words: ServiceWords): Service {
  const { notFor: _, howLong: __, forCarers: ___, sensitive: ____, ...rest } = service;
  const { notFor, howLong, forCarers, sensitive, ...always } = words;
  return {
    ...rest,
    ...always,
    ...(notFor.length > 0 ? { notFor } : {}),
    ...(howLong.length > 0 ? { howLong } : {}),
    ...(forCarers ? { forCarers } : {}),
    ...(sensitive ? { sensitive } : {}),
  };
}

/** Ids that no service has: pages of their own stand at those addresses. */
export const NO_SERVICE = ["new", "suggest"] as const;

/** A new line of the catalogue. Until two people have published its signs of danger it can be read, and not asked for. */
export const newService = (words: ServiceWords, taken: ReadonlySet<string>): Service =>
  withWords(
    {
      ...words,
      id: newId(words.name, new Set([...taken, ...NO_SERVICE])),
      redFlags: null,
      questions: [],
      status: "open",
    },
    words,
  );
