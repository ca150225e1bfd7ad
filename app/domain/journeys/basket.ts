import type { DraftAnswers } from "./draft-answers";

/** Whether two drafts are for one person, as far as they say: a request is for one person only. */
export const isForSamePerson = (one: DraftAnswers, other: DraftAnswers): boolean =>
  one.who?.who === other.who?.who &&
  one.about?.name === other.about?.name &&
  one.about?.bornOn === other.about?.bornOn &&
  one.about?.sex === other.about?.sex;

/** What is asked for, each person's together, in the order in which they come. */
export function byPerson<T extends { readonly answers: DraftAnswers }>(
  drafts: readonly T[],
): readonly (readonly T[])[] {
  const people: T[][] = [];
  for (const draft of drafts) {
    const theirs = people.find((group) =>
      group.some(({ answers }) => isForSamePerson(answers, draft.answers)),
    );
    if (theirs) theirs.push(draft);
    else people.push([draft]);
  }
  return people;
}
