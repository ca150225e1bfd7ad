import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { isAudience } from "~/domain/access/audience";

/** Signing out is a form: a link from another site cannot do it. */
export function loader(): never {
  throw new Response(null, { status: 405, headers: { Allow: "POST" } });
}

export async function action({ context, request }: ActionFunctionArgs) {
  const audience = (await request.formData()).get("as");
  // The draft goes with the patient's session: it opens what was asked for and looked up here.
  if (audience === "forgotten") {
    await context.signIn.signOut("patient");
    throw redirect(context.paths.forgotten(), 303);
  }
  if (!isAudience(audience)) throw new Response(null, { status: 400 });
  await context.signIn.signOut(audience);
  throw redirect(context.paths.home(), 303);
}

export default function SignOut() {
  return null;
}
