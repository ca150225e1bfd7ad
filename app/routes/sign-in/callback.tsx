import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/form/button-link";
import { useFrontDoor } from "~/front-door";
import { homeOf } from "~/paths";

export const meta: MetaFunction = () => [{ title: "You are not signed in" }];

/** Where the identity provider sends people back to. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const back = await context.signIn.welcome(new URL(request.url));
  if (back.kind === "in") throw redirect(context.nextPage(back.next) ?? context.paths.home(), 303);
  return { audience: back.kind === "turned-back" ? back.audience : null };
}

export default function NotSignedIn() {
  const { audience } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const again = audience === null ? paths.signInAsk() : paths.signIn(audience, homeOf(paths)[audience]);
  return (
    <>
      <h1 className="nhsuk-heading-l">You are not signed in</h1>
      <p>
        {audience === null
          ? "This page was open for too long, or it was opened in another browser."
          : "You did not finish signing in."}{" "}
        Nothing you have told us is lost.
      </p>
      <p>
        <ButtonLink href={again}>Sign in again</ButtonLink>
      </p>
      <p>
        <a className="nhsuk-link" href={paths.home()}>
          Go on without signing in
        </a>
      </p>
    </>
  );
}
