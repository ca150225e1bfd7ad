import { type ActionFunctionArgs, redirect } from "@remix-run/node";

/** Staying signed in is a form, as signing out is. */
export function loader(): never {
  throw new Response(null, { status: 405, headers: { Allow: "POST" } });
}

/** Makes the session last as long again from now. Once it is over, only signing in brings it back: 401. */
export async function action({ context, request }: ActionFunctionArgs) {
  const next = (await request.formData()).get("next");
  if (!(await context.signIn.stay("patient"))) throw new Response(null, { status: 401 });
  throw redirect(context.nextPage(typeof next === "string" ? next : null) ?? context.paths.home(), 303);
}
