import type { MetaFunction } from "@remix-run/node";
import { ButtonLink } from "~/components/form/button-link";
import { FORGET_ME } from "~/content/keeping";
import { useFrontDoor } from "~/front-door";

export const meta: MetaFunction = () => [{ title: FORGET_ME.title }];

/** Where a person stands who has finished on a shared phone or computer. */
export default function Forgotten() {
  const { paths } = useFrontDoor();
  return (
    <>
      <h1 className="nhsuk-heading-l">{FORGET_ME.title}</h1>
      {FORGET_ME.words.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        <ButtonLink href={paths.home()}>{FORGET_ME.goOn}</ButtonLink>
      </p>
    </>
  );
}
