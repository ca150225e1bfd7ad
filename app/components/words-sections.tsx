import type { WordsSection } from "~/content/privacy";

/** A page of plain words: each section with its heading, its sentences and its list. */
export function WordsSections({ sections }: { readonly sections: readonly WordsSection[] }) {
  return sections.map(({ title, words, list }) => (
    <section key={title}>
      <h2 className="nhsuk-heading-m">{title}</h2>
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {list ? (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {list.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
    </section>
  ));
}
