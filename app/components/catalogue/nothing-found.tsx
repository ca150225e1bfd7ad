import type { Brand } from "~/domain/directory/types";
import { TelephoneLink } from "../telephone-link";

/** When nothing answers a search: what to try, and a person to talk to. Never a dead end. */
export function NothingFound({ query, desk }: { readonly query: string; readonly desk: Brand["desk"] }) {
  return (
    <section className="nothing-found" aria-label="Nothing found">
      <p>
        <strong>{query === "" ? "There is nothing here yet." : `We found nothing for “${query}”.`}</strong>
      </p>
      <p>That does not mean nobody can help. You can:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>try a shorter word, such as “back”, “skin” or “sleep”</li>
        <li>pick what it is about from the list below</li>
        <li>
          ask a person: {desk.name}
          {desk.phone ? (
            <>
              , <TelephoneLink number={desk.phone} />
            </>
          ) : null}
          {desk.hours ? `, ${desk.hours}` : ""}
        </li>
        <li>
          call <TelephoneLink number="111" /> if you need help today and cannot wait
        </li>
      </ul>
    </section>
  );
}
