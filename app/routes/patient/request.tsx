import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { firstUnanswered } from "~/domain/journeys/journey";
import { readAsking, serviceAskedFor } from "./asking";

/** Where asking begins, or goes on: the first question without an answer. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const service = serviceAskedFor(context, params.service);
  const { answers, facts } = await readAsking(context, service);
  throw redirect(context.paths.askStep(service.id, firstUnanswered(service, answers, facts) ?? "check"), 303);
}

export default function Request() {
  return null;
}
