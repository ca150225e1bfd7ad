import type { ReactNode } from "react";
import { questionInWords, STUDY, variantInWords } from "~/content/lab/studies";
import { counted } from "~/domain/shared/in-words";
import type { Listed } from "~/domain/usability/edit-study";
import type { Study } from "~/domain/usability/study";
import { useFrontDoor } from "~/front-door";
import { ItemDoes } from "./item-does";
import { Paragraphs } from "./paragraphs";
import { Section } from "./section";
import { StudyTask } from "./study-task";

interface Names {
  readonly people: Readonly<Record<string, string>>;
  readonly services: Readonly<Record<string, string>>;
}

/** All of a study, in the order in which a participant meets it; with the ways to change it, where it may be changed. */
export function OneStudy({
  id,
  study,
  notTold,
  edition,
  names,
  opened,
}: {
  readonly id: string;
  readonly study: Study;
  /** What holds for everybody who takes part, and is not said to them in these words. */
  readonly notTold: readonly string[];
  /** Of what is being written; null where nothing can be changed. */
  readonly edition: number | null;
  readonly names: Names;
  /** What was changed last, and stands open: "about", "task", "variant", "question", "end" or "script". */
  readonly opened: string;
}) {
  const { paths } = useFrontDoor();
  const serviceName = (service: string) => names.services[service] ?? service;
  const questionWords = (question: string) =>
    study.questions.find((each) => each.id === question)?.words ?? question;
  const change = (part: string) => paths.labStudyEdit(id, part);
  const does = (list: Listed, item: string, title: string) => {
    if (edition === null) return null;
    const all: readonly { readonly id: string }[] = study[list];
    const at = all.findIndex((each) => each.id === item);
    return (
      <ItemDoes
        list={list}
        id={item}
        title={title}
        href={change(`${list.slice(0, -1)}-${item}`)}
        action={paths.labStudy(id)}
        seen={edition}
        isFirst={at === 0}
        isLast={at === all.length - 1}
        isOnly={list !== "questions" && all.length === 1}
      />
    );
  };
  const add = (part: string, words: string) =>
    edition === null ? null : (
      <p>
        <a href={change(part)}>{words}</a>
      </p>
    );
  const toChange = (title: string, part: string) =>
    edition === null ? null : (
      <p>
        <a href={change(part)}>
          {STUDY.change} <span className="nhsuk-u-visually-hidden">“{title}”</span>
        </a>
      </p>
    );
  const said = (title: string, part: string, children: ReactNode) => (
    <>
      <h2 className="nhsuk-heading-m">{title}</h2>
      {children}
      {toChange(title, part)}
    </>
  );
  const script = (["opening", "closing", "safety"] as const).filter((part) => study[part] !== "");
  const folded = (title: string, part: string, gist: string, children: ReactNode) => (
    <Section id={`study-${part}`} title={title} gist={gist} open={opened === part}>
      {children}
    </Section>
  );
  return (
    <>
      {said(STUDY.aims, "about", <Paragraphs text={study.aims} />)}
      {folded(
        STUDY.consent,
        "about",
        STUDY.moderated(study.moderated),
        <>
          <div className="lab-words">
            <Paragraphs text={study.information} />
          </div>
          {notTold.length === 0 ? null : (
            <div className="nhsuk-inset-text">
              <p>{STUDY.notTold}</p>
              <ul>
                {notTold.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              <p>{STUDY.notToldDo}</p>
            </div>
          )}
          <p>{STUDY.allows(study.permissions)}</p>
          <p>
            {STUDY.moderated(study.moderated)} {STUDY.keeps(study.keepDays)}
          </p>
          {toChange(STUDY.consent, "about")}
        </>,
      )}
      <h2 className="nhsuk-heading-m">{STUDY.tasks}</h2>
      {study.tasks.map((task, at) => (
        <section key={task.id} className="lab-task" aria-label={task.id}>
          <StudyTask
            task={task}
            place={at + 1}
            person={names.people[task.person] ?? task.person}
            serviceName={serviceName}
            questionWords={questionWords}
          />
          {does("tasks", task.id, task.id)}
        </section>
      ))}
      {add("new-task", STUDY.addTask)}
      {folded(
        STUDY.variants,
        "variant",
        study.variants.map(({ name }) => name).join(" · "),
        <>
          <p>{STUDY.variantsIntro}</p>
          <ul className="manage-list" aria-label={STUDY.variants}>
            {study.variants.map((variant) => (
              <li key={variant.id}>
                <span className="manage-list__name">
                  {variant.name}
                  {variantInWords(variant, serviceName).map((words) => (
                    <span key={words} className="manage-list__small">
                      {words}
                    </span>
                  ))}
                </span>
                {does("variants", variant.id, variant.name)}
              </li>
            ))}
          </ul>
        </>,
      )}
      {add("new-variant", STUDY.addVariant)}
      {folded(
        STUDY.questions,
        "question",
        study.questions.length === 0 ? STUDY.noQuestions : counted(study.questions.length, "question"),
        <ul className="manage-list" aria-label={STUDY.questions}>
          {study.questions.map((question) => (
            <li key={question.id}>
              <span className="manage-list__name">
                {question.words}
                <span className="manage-list__small">{questionInWords(question)}</span>
              </span>
              {does("questions", question.id, question.words)}
            </li>
          ))}
        </ul>,
      )}
      {add("new-question", STUDY.addQuestion)}
      {said(
        STUDY.end,
        "end",
        <ul>
          {[STUDY.seq(study.seq), STUDY.sus(study.sus), STUDY.atEnd(study.atEnd.map(questionWords))]
            .filter((words) => words !== "")
            .map((words) => (
              <li key={words}>{words}</li>
            ))}
        </ul>,
      )}
      {folded(
        STUDY.script,
        "script",
        script.length === 0 ? STUDY.noScript : script.map((part) => STUDY[part]).join(" · "),
        <>
          {script.map((part) => (
            <section key={part} aria-label={STUDY[part]}>
              <h3 className="nhsuk-heading-s">{STUDY[part]}</h3>
              <Paragraphs text={study[part]} />
            </section>
          ))}
          {toChange(STUDY.script, "script")}
        </>,
      )}
    </>
  );
}
