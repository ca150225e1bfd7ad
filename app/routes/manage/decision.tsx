import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { ErrorSummary, type FieldError } from "~/components/form/error-summary";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { DECISION } from "~/content/manage/decisions";
import { oneOf } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { settleDecision } from "~/usecases/pass-proposals";
import { titleOf } from "../board/names";
import { proposalAt } from "../board/proposal-view";
import { notFound } from "../partner/partner-access";
import { mustRun, runsHere } from "./manage-access";

export const meta: MetaFunction = () => [{ title: DECISION.title }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const proposal = await proposalAt(context, params.proposal);
  return {
    kind: "decision" as const,
    id: proposal.id,
    title: titleOf(context, proposal.matter),
    waits: proposal.state === "not-applied",
    reasons: proposal.outcome?.reasons ?? [],
  };
}

const How = oneOf(["again", "give-up"], DECISION.title);

/** Tries what was decided again, or gives it up. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const { id: proposalId } = await proposalAt(context, params.proposal);
  const how = How.safeParse((await request.formData()).get("how"));
  if (!how.success) throw new Response(null, { status: 400 });
  const result = await settleDecision(onedoor, brand.id, changing, { proposalId, how: how.data });
  const wrong = (message: string) =>
    data([{ field: "how", message }] satisfies FieldError[], { status: 409 });
  switch (result.kind) {
    case "done":
      return redirect(paths.manage({ done: how.data }), 303);
    case "refused":
      return wrong(DECISION.still(result.reasons.join(". ")));
    case "changed-meanwhile":
      return wrong(DECISION.meanwhile);
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

export default function Decision() {
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<FieldError[]>() ?? [];
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <div className="manage-form">
      <ErrorSummary errors={errors} />
      <ManageHead at="start" title={page.title} />
      {page.waits ? (
        <form method="post" action={paths.manageDecision(page.id)}>
          <p>{DECISION.intro}</p>
          <ul>
            {page.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <p>{DECISION.againHow}</p>
          <Button type="submit" name="how" value="again" id="how">
            {DECISION.again}
          </Button>
          <p>{DECISION.giveUpHow}</p>
          <Button type="submit" name="how" value="give-up" secondary>
            {DECISION.giveUp}
          </Button>
        </form>
      ) : (
        <p id="how">{DECISION.settled}</p>
      )}
      <p>
        <a href={paths.manage()}>{DECISION.back}</a>
      </p>
    </div>
  );
}
