import type { ActionFunctionArgs } from "@remix-run/node";

/** Reads a form and says so: what a submit is measured beside. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  return Response.json({ fields: [...form.keys()].length });
}
