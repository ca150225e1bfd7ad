import { checkedWords, cutAtSentence, websiteLink } from "~/content/published-words";
import type { OfferWords } from "~/domain/directory/types";

/** What stands open; the rest of a long text is one press away. */
const SHOWN = 180;

/** What a partner publishes about what it offers, under its name: a short text, its website, and when it was checked. */
export function PublishedWords({ words }: { readonly words: OfferWords }) {
  const { start, rest } = cutAtSentence(words.about, SHOWN);
  const website = websiteLink(words.website);
  const checked = checkedWords(words);
  return (
    <div className="published-words">
      {start === "" ? null : <p>{start}</p>}
      {rest === "" ? null : (
        <details>
          <summary>
            Read more<span className="nhsuk-u-visually-hidden"> about {words.name}</span>
          </summary>
          <p>{rest}</p>
        </details>
      )}
      {website ? (
        <p>
          Website:{" "}
          <a href={website.href} rel="noreferrer">
            {website.name}
          </a>
        </p>
      ) : null}
      {checked ? <p className="published-words__checked">{checked}</p> : null}
    </div>
  );
}
