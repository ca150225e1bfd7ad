import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button } from "nhsuk-react-components";
import { ErrorSummary } from "~/components/form/error-summary";
import { all } from "~/components/request/fields";
import { RedFlagFields } from "~/components/request/red-flag-fields";
import { BACK, CONTINUE, WORSE } from "~/content/while-waiting";
import type { Service } from "~/domain/directory/types";
import { wholeOfPart } from "~/domain/fulfilment/request-detail";
import { readStep } from "~/domain/journeys/journey";
import { redFlags } from "~/domain/journeys/steps/red-flags";
import { forWhoHasAsked } from "~/domain/journeys/when-closed";
import { useFrontDoor } from "~/front-door";
import { journeyFacts } from "~/usecases/journey-context";
import { tellRedFlag } from "~/usecases/tell-red-flag";
import { inputOf } from "./answer-step";
import { type OwnPart, ownPart, pageKey, speaker } from "./own-part";
import { isSensitive } from "./requests-access";

export const meta: MetaFunction = () => [{ title: WORSE.title }];

/** The service whose signs of an emergency were asked before the request was sent; undefined when it has none now. */
function flaggedService({ directory }: AppLoadContext, { part, tracking }: OwnPart): Service | undefined {
  const { request, detail, parts } = tracking;
  const { ofServiceId } = wholeOfPart(request.serviceId, detail, part.position, parts.length);
  return [ofServiceId, part.serviceId]
    .map((id) => directory.service(id))
    .find((service) => service !== undefined && service.redFlags !== null);
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const own = await ownPart(context, params.reference, request.url, "add-information");
  const { reference } = own.tracking.request;
  const service = flaggedService(context, own);
  if (service?.redFlags == null)
    throw redirect(context.paths.requestWorseSay(reference, { part: own.part.id }), 303);
  const { items, notice } = service.redFlags;
  const facts = journeyFacts(context.directory, context.now);
  return {
    reference,
    sensitive: isSensitive(context, own.tracking),
    service: own.service,
    title: redFlags.title({ service, answers: {}, facts }),
    flags: { items, notice },
    key: context.onedoor.newId(),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, directory, paths, now } = context;
  const own = await ownPart(context, params.reference, request.url, "add-information");
  const { reference } = own.tracking.request;
  const about = { part: own.part.id };
  const service = flaggedService(context, own);
  if (service === undefined) return redirect(paths.requestWorseSay(reference, about), 303);
  const form = await request.formData();
  const input = inputOf(form);
  const step = { service: forWhoHasAsked(service), answers: {}, facts: journeyFacts(directory, now) };
  const read = readStep("red-flags", step, input);
  switch (read.kind) {
    case "danger": {
      const ticked = all(input, "flags");
      const signs = (service.redFlags?.items ?? []).filter(({ id }) => ticked.includes(id));
      await tellRedFlag(onedoor, brand.id, speaker(context, own.tracking), {
        reference,
        partId: own.part.id,
        key: pageKey.parse(form.get("key")),
        leadsTo: read.leadsTo,
        signs: signs.map(({ text }) => text),
        how: "ticked",
      });
      return redirect(paths.requestHelp(reference, read.leadsTo, about), 303);
    }
    case "answered":
      return redirect(paths.requestWorseSay(reference, about), 303);
    case "invalid":
      return data({ errors: read.errors, typed: input }, { status: 400 });
    default:
      throw new Error("Every service with red flags has a step for them");
  }
}

export default function Worse() {
  const { reference, service, title, flags, key } = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  const failed = useActionData<typeof action>();
  const errors = failed?.errors ?? [];
  return (
    <>
      <BackLink href={paths.request(reference)}>{BACK}</BackLink>
      <div className="step">
        <ErrorSummary errors={errors} />
        <p className="step__caption">{WORSE.caption(service)}</p>
        <form method="post" noValidate>
          <input type="hidden" name="key" value={key} />
          <RedFlagFields title={title} flags={flags} typed={failed?.typed ?? {}} errors={errors} />
          <Button type="submit">{CONTINUE}</Button>
        </form>
      </div>
    </>
  );
}
