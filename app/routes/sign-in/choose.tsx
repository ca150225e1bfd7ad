import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, HintText } from "nhsuk-react-components";
import type { Audience } from "~/domain/access/audience";
import { useFrontDoor } from "~/front-door";

export { demoStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: "Choose who to be" }];

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

const TITLES: Readonly<Record<Audience, string>> = {
  patient: "Who are you today?",
  partner: "Who is at work today?",
  board: "Who is in the board room today?",
};

/** What the brand's own people do, said after its name. */
const OWN_ROLES: Readonly<Record<string, string>> = {
  desk: "front desk",
  manager: "manager",
  board: "board",
  researcher: "research",
};

export default function Choose() {
  const { audience, choices } = useLoaderData<typeof loader>();
  const { brand } = useFrontDoor();
  return (
    <>
      <h1 className="nhsuk-heading-l">{TITLES[audience]}</h1>
      <p>
        These people are made up. Sign in as any of them: there is no password. In real life you would prove
        who you are with {audience === "patient" ? "NHS login" : "the sign-in of the place where you work"}.
      </p>
      {choices.length === 0 ? <p>{brand.name} has nobody to sign in as.</p> : null}
      <ul className="nhsuk-list app-choices">
        {choices.map((choice) => (
          <li key={`${choice.subject} ${choice.organisation} ${choice.role}`} className="app-choice">
            <form method="post">
              <Button type="submit" name="person" value={choice.subject} secondary>
                {choice.name}
                {audience === "patient"
                  ? ""
                  : `, ${choice.organisation ?? `${brand.name} ${OWN_ROLES[choice.role ?? "desk"] ?? ""}`}`}
              </Button>
              <HintText>{choice.about}</HintText>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
