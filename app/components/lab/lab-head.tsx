import { LAB, STUDY_PAGES, type StudyPage } from "~/content/lab/studies";
import { useFrontDoor } from "~/front-door";
import type { Paths } from "~/paths";

const ADDRESSES: Readonly<Record<StudyPage, (paths: Paths, studyId: string) => string>> = {
  study: (paths, id) => paths.labStudy(id),
  participants: (paths, id) => paths.labParticipants(id),
  results: (paths, id) => paths.labResults(id),
  problems: (paths, id) => paths.labProblems(id),
};

/** A study as the heading of its pages names it, and the pages of it that whoever looks may see. */
export interface HeadOfStudy {
  readonly id: string;
  readonly name: string;
  readonly sees: readonly StudyPage[];
}

/** The heading of a page of the lab; of a page of a study, with the way to its others. */
export function LabHead({
  title,
  study,
  at,
}: {
  readonly title: string;
  readonly study?: HeadOfStudy;
  readonly at?: StudyPage;
}) {
  const { brand, paths } = useFrontDoor();
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {title === LAB.title ? brand.name : [LAB.title, brand.name].join(" · ")}
        </span>
        {title}
      </h1>
      {study === undefined ? null : (
        <nav aria-label={LAB.label}>
          <ul className="staff-pages">
            <li>
              <a href={paths.lab()}>{LAB.all}</a>
            </li>
            {study.sees.map((page) => (
              <li key={page}>
                <a href={ADDRESSES[page](paths, study.id)} aria-current={page === at ? "page" : undefined}>
                  {STUDY_PAGES[page]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
