import { PageModule } from "./page-module";

interface SearchBoxProps {
  /** Unique on the page. */
  readonly id: string;
  /** Where the search is answered. */
  readonly action: string;
  /** Where suggestions come from as one types; the box works the same without. */
  readonly suggest?: string;
  readonly look: "header" | "page" | "hero";
  /** What was searched for, to go on from. */
  readonly value?: string;
  /** Carried along when a person has given one. */
  readonly postcode?: string;
}

const LABEL = {
  header: "Search for care",
  page: "Search for care",
  hero: "What do you need help with?",
} as const;

/** One box for the whole catalogue. A plain form, so it works wherever HTML does. */
export function SearchBox({ id, action, suggest, look, value, postcode }: SearchBoxProps) {
  return (
    <search className={`search-box search-box--${look}`}>
      <form action={action} method="get" data-suggest={suggest}>
        <label className={look === "header" ? "nhsuk-u-visually-hidden" : "search-box__label"} htmlFor={id}>
          {LABEL[look]}
        </label>
        {look === "hero" ? (
          <p className="search-box__hint" id={`${id}-hint`}>
            Say it in your own words, such as “bad back”, “can’t sleep” or “blood test”.
          </p>
        ) : null}
        <div className="search-box__row">
          <input
            id={id}
            name="q"
            type="search"
            defaultValue={value}
            maxLength={200}
            autoComplete="off"
            placeholder={look === "header" ? "Search for care" : undefined}
            aria-describedby={look === "hero" ? `${id}-hint` : undefined}
          />
          {postcode ? <input type="hidden" name="postcode" value={postcode} /> : null}
          <button type="submit">
            <svg
              width="22"
              height="22"
              viewBox="0 0 24 24"
              fill="none"
              stroke="currentColor"
              strokeWidth="2.5"
              strokeLinecap="round"
              aria-hidden="true"
              focusable="false"
            >
              <circle cx="10.5" cy="10.5" r="6.5" />
              <path d="M15.5 15.5L21 21" />
            </svg>
            <span className={look === "header" ? "nhsuk-u-visually-hidden" : ""}>Search</span>
          </button>
        </div>
      </form>
      {suggest === undefined ? null : <PageModule name="suggest" />}
    </search>
  );
}
