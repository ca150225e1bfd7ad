import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, HintText } from "nhsuk-react-components";
import { CHOOSE_WHO } from "~/content/sign-in";
import { useFrontDoor } from "~/front-door";

export { demoStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: CHOOSE_WHO.page }];

/** The demo's own sign-in: a list of fictional people instead of a password. An installation has no such page. */
export async function loader({ context }: LoaderFunctionArgs) {
  const picking = await context.signIn.picking();
  if (picking === undefined) throw redirect(context.paths.signInAsk(), 303);
  return picking;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const subject = (await request.formData()).get("person");
  const next = typeof subject === "string" ? await context.signIn.pick(subject) : undefined;
  throw redirect(next ?? context.paths.signInAsk(), 303);
}

export default function Choose() {
  const { audience, choices } = useLoaderData<typeof loader>();
  const { brand } = useFrontDoor();
  return (
    <>
      <h1 className="nhsuk-heading-l">{CHOOSE_WHO.title[audience]}</h1>
      <p>{CHOOSE_WHO.madeUp(audience)}</p>
      {choices.length === 0 ? <p>{CHOOSE_WHO.nobody(brand.name)}</p> : null}
      <ul className="nhsuk-list app-choices">
        {choices.map((choice) => (
          <li key={`${choice.subject} ${choice.organisation} ${choice.role}`} className="app-choice">
            <form method="post">
              <Button type="submit" name="person" value={choice.subject} secondary>
                {choice.name}
                {audience === "patient"
                  ? ""
                  : `, ${choice.organisation ?? `${brand.name} ${CHOOSE_WHO.ownRoles[choice.role ?? "desk"] ?? ""}`}`}
              </Button>
              <HintText>{choice.about}</HintText>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
