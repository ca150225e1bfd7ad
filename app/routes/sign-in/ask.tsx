import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { isAudience } from "~/domain/access/audience";
import { useFrontDoor } from "~/front-door";
import { homeOf } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Sign in" }];

/** `/sign-in?as=patient|partner|board&next=/own/page` goes straight to the identity provider; without `as` it asks which. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const audience = query.get("as");
  if (audience === null) return null;
  if (!isAudience(audience)) throw new Response(null, { status: 400 });
  if (!(await context.mayTry("sign-in", "leave"))) throw new Response(null, { status: 429 });
  const next = context.nextPage(query.get("next")) ?? homeOf(context.paths)[audience];
  throw redirect(await context.signIn.leave(audience, next), 303);
}

export default function SignIn() {
  const { paths, brand } = useFrontDoor();
  return (
    <>
      <h1 className="nhsuk-heading-l">Sign in to {brand.name}</h1>
      <p>
        <a className="nhsuk-link" href={paths.signIn("patient", paths.requests())}>
          I want to ask for care, or see what I asked for
        </a>
      </p>
      <p>
        <a className="nhsuk-link" href={paths.signIn("partner", paths.partner())}>
          I work here, or for a partner
        </a>
      </p>
      <p>
        <a className="nhsuk-link" href={paths.signIn("board", paths.board())}>
          I am a member of the board
        </a>
      </p>
    </>
  );
}
