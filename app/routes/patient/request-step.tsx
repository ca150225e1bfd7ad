import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { KEEP_TIME_FORM } from "~/components/request/check-fields";
import { inPageOrder } from "~/components/request/fields";
import { FreeTimesElsewhere } from "~/components/request/no-times";
import { StepFields, stepButton, stepHeading } from "~/components/request/step-fields";
import { StepForm } from "~/components/request/step-form";
import { ASKING_NOTICES, isAskingNotice, progressWords } from "~/content/asking";
import { neutralNameOf } from "~/content/sensitive";
import type { StepId } from "~/domain/journeys/draft-answers";
import { helpWhenClosed } from "~/domain/journeys/when-closed";
import { useFrontDoor } from "~/front-door";
import { journeyFacts } from "~/usecases/journey-context";
import { answerStep, inputOf, sendRequest } from "./answer-step";
import { insistOnOrder, readAsking, serviceAskedFor } from "./asking";
import { stepPage } from "./step-page";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: page ? `${page.step.title} – ${neutralNameOf(page.service)} – ${page.brandName}` : "Ask for care",
  },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const service = serviceAskedFor(context, params.service);
  const asking = await readAsking(context, service);
  const step = params.step ?? "";
  insistOnOrder(context, asking, step);
  const query = new URL(request.url).searchParams;
  const notice = query.get("notice");
  const page = await stepPage(context, asking, step as StepId, query);
  return { ...page, notice: isAskingNotice(notice) ? ASKING_NOTICES[notice] : null };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const step = params.step ?? "";
  const form = await request.formData();
  const { directory, now, paths } = context;
  const known = directory.service(params.service ?? "");
  const help = known && helpWhenClosed(known, step, inputOf(form), journeyFacts(directory, now));
  if (known && help) throw redirect(paths.askStopped(known.id, help), 303);
  const service = serviceAskedFor(context, params.service);
  const changing = new URL(request.url).searchParams.get("change") === "1";
  const result =
    step === "check"
      ? await sendRequest(context, service, form)
      : await answerStep(context, service, { step, changing, form });
  return "goTo" in result ? redirect(result.goTo, 303) : data(result, result.status);
}

export default function RequestStep() {
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  const serviceId = page.service.id;
  const back =
    page.changing || page.step.id === "check"
      ? paths.askStep(serviceId, page.changing ? "check" : (page.previous ?? "contact"))
      : page.previous
        ? paths.askStep(serviceId, page.previous)
        : paths.service(serviceId);
  const errors = inPageOrder(failed?.errors ?? (page.notice ? [page.notice] : []));
  const kept = page.check?.kept;
  const elsewhere = page.times?.none;
  return (
    <>
      <StepForm
        caption={page.service.name}
        progress={page.progress && !page.changing ? progressWords(page.progress) : null}
        back={back}
        errors={errors}
        button={stepButton(page)}
        heading={stepHeading(page)}
        draft={page.draft}
        sent={page.sent}
        later={page.begun ? paths.ask(serviceId) : null}
        changing={page.changing && page.step.id === "choose"}
        wide={page.step.id === "choose" || page.step.id === "check"}
      >
        <StepFields
          view={page}
          typed={failed?.typed ?? page.typed}
          errors={errors}
          hrefOf={(step) => paths.askStep(serviceId, step, { change: "1" })}
        />
      </StepForm>
      {kept ? (
        <form id={KEEP_TIME_FORM} method="post" action={kept.renewAt}>
          <input type="hidden" name="slot" value={kept.slotId} />
        </form>
      ) : null}
      {elsewhere ? <FreeTimesElsewhere {...elsewhere} /> : null}
    </>
  );
}
