import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import type { Service } from "~/domain/directory/types";
import { canShow, firstUnanswered } from "~/domain/journeys/journey";
import type { StepContext } from "~/domain/journeys/step";
import { journeyFacts } from "~/usecases/journey-context";
import { type Asker, type Draft, findOpenDraft } from "~db/queries/drafts";

/** A person half-way through asking for a service. `draft` is missing until the first answer is kept. */
export interface Asking extends StepContext {
  readonly draft: Draft | undefined;
}

/** The service that is asked for. A service that cannot be asked for leads back to the page that says why. */
export function serviceAskedFor(
  { directory, paths }: AppLoadContext,
  serviceId: string | undefined,
): Service {
  const service = directory.service(serviceId ?? "");
  if (service?.status !== "open") throw new Response(null, { status: 404, statusText: "Not Found" });
  if (service.redFlags === null) throw redirect(paths.service(service.id), 303);
  return service;
}

/** Who is asking; null for a browser that has begun nothing, where nobody is signed in. */
export function askerOf({ patient, visitor }: AppLoadContext): Asker | null {
  if (visitor === null && patient === null) return null;
  // No browser has an empty name: whoever is signed in at a new one has what is their account's.
  return { visitor: visitor?.hash ?? "", accountId: patient?.accountId ?? null };
}

/** The visitor's open draft for a service, and what its questions depend on. A read: looking makes no draft. */
export async function readAsking(context: AppLoadContext, service: Service): Promise<Asking> {
  const { onedoor, brand, directory, now } = context;
  const asker = askerOf(context);
  const draft =
    asker === null
      ? undefined
      : await findOpenDraft(onedoor.db.kysely, brand.id, {
          ...asker,
          serviceId: service.id,
          now: onedoor.clock(),
        });
  return { service, draft, answers: draft?.answers ?? {}, facts: journeyFacts(directory, now) };
}

/** Nobody skips a question: a step that cannot be shown yet leads to the one that comes first. */
export function insistOnOrder({ paths }: AppLoadContext, asking: Asking, step: string): void {
  if (canShow(step, asking)) return;
  const first = firstUnanswered(asking.service, asking.answers, asking.facts);
  throw redirect(paths.askStep(asking.service.id, first ?? "check"), 303);
}
