import type { notManagerWords } from "~/content/people";
import { useFrontDoor } from "~/front-door";

/** For someone at an organisation who does not keep its people. */
export function NotManager({ words }: { readonly words: ReturnType<typeof notManagerWords> }) {
  const { paths } = useFrontDoor();
  return (
    <>
      <h1 className="nhsuk-heading-l">{words.title}</h1>
      <p>{words.words}</p>
      <p>
        <a href={paths.partner()}>{words.back}</a>
      </p>
    </>
  );
}
