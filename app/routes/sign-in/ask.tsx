import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { SIGN_IN } from "~/content/sign-in";
import { AUDIENCES, isAudience } from "~/domain/access/audience";
import { useFrontDoor } from "~/front-door";
import { homeOf } from "~/paths";

export const meta: MetaFunction = () => [{ title: SIGN_IN.title }];

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
  const home = homeOf(paths);
  return (
    <>
      <h1 className="nhsuk-heading-l">{SIGN_IN.to(brand.name)}</h1>
      {AUDIENCES.map((audience) => (
        <p key={audience}>
          <a className="nhsuk-link" href={paths.signIn(audience, home[audience])}>
            {SIGN_IN.as[audience]}
          </a>
        </p>
      ))}
    </>
  );
}
