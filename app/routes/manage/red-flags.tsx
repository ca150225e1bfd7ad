import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary } from "~/components/form/error-summary";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { FlagsForm, FlagsInForce, Proposal, type ProposalView } from "~/components/manage/red-flag-forms";
import type { SentBack } from "~/components/manage/typed";
import { whenWords } from "~/content/deadlines";
import { QUESTIONS, RED_FLAG_ERRORS, RED_FLAGS, serviceDoneWords } from "~/content/manage/services";
import { flagChanges, flagsFrom } from "~/domain/catalogue/red-flag-proposal";
import type { Service } from "~/domain/directory/types";
import { dateInWords } from "~/domain/shared/in-words";
import { useFrontDoor } from "~/front-door";
import type { ByManager } from "~/usecases/change-directory";
import { dropRedFlags, flagsStanding, proposeRedFlags, publishRedFlags } from "~/usecases/propose-red-flags";
import { type RedFlagProposal, redFlagProposals } from "~db/queries/red-flag-proposals";
import { notFound } from "../partner/partner-access";
import { readForm, seenIn } from "../read-form";
import { serviceAt } from "./here";
import { mustRun, runsHere } from "./manage-access";
import { FLAGS, RedFlagsForm, typedFlags } from "./red-flags-form";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "red-flags" ? RED_FLAGS.title(page.name) : RED_FLAGS.propose },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const service = await serviceAt(context, params.service);
  const { id, name, redFlags } = service;
  const proposal = await proposalOf(context, id);
  const before = proposal?.flags ?? redFlags ?? { source: "", notice: "", items: [] };
  return {
    kind: "red-flags" as const,
    id,
    name,
    done: serviceDoneWords(new URL(request.url).searchParams.get("done")),
    words:
      redFlags === null
        ? [RED_FLAGS.none]
        : [
            RED_FLAGS.version(redFlags.version, dateInWords(redFlags.approvedOn)),
            RED_FLAGS.agreedBy(...redFlags.approvedBy),
            RED_FLAGS.source(redFlags.source),
            redFlags.notice,
          ],
    flags: redFlags?.items ?? [],
    seen: flagsStanding(service, proposal),
    proposal: proposal && proposalView(context, proposal, service, running.changing),
    before: typedFlags(before),
    lines: FLAGS.shown(before.items.length),
  };
}

async function proposalOf({ onedoor, brand }: AppLoadContext, serviceId: string) {
  const proposals = await redFlagProposals(onedoor.db.kysely, brand.id);
  return proposals.find((each) => each.serviceId === serviceId) ?? null;
}

function proposalView(
  { now }: AppLoadContext,
  { id, by, at, flags, baseVersion }: RedFlagProposal,
  { redFlags }: Service,
  { who }: ByManager,
): ProposalView {
  return {
    id,
    words: [RED_FLAGS.proposedBy(by.name, whenWords(at, now)), RED_FLAGS.source(flags.source), flags.notice],
    changes: flagChanges(redFlags?.items ?? [], flags.items),
    own: by.id === who.accountId,
    movedOn: (redFlags?.version ?? 0) !== baseVersion,
  };
}

/** Proposes signs, agrees to what is proposed, or turns it down. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const service = await serviceAt(context, params.service);
  const form = await request.formData();
  switch (form.get("intent")) {
    case "propose":
      return propose(context, changing, service, form);
    case "publish":
    case "drop":
      return settle(context, changing, service, form);
    default:
      throw new Response(null, { status: 400 });
  }
}

async function propose(
  { onedoor, brand, paths }: AppLoadContext,
  changing: ByManager,
  { id: serviceId, redFlags }: Service,
  form: FormData,
) {
  const read = readForm(RedFlagsForm, form);
  if (!read.ok) return data(read.sent, { status: 400 });
  const { source, notice, flags } = read.value;
  const result = await proposeRedFlags(onedoor, brand.id, changing, {
    serviceId,
    seen: seenIn(form),
    flags: { source, notice, items: flagsFrom(flags, redFlags?.items ?? []) },
  });
  const wrong = (messages: readonly string[]): SentBack => ({
    typed: read.typed,
    errors: messages.map((message) => ({ field: FLAGS.named(0).sign, message })),
  });
  switch (result.kind) {
    case "done":
      return redirect(paths.manageRedFlags(serviceId, { done: "proposed" }), 303);
    case "changed-meanwhile":
      return data(wrong([RED_FLAG_ERRORS.meanwhile]), { status: 409 });
    case "same":
      return data(wrong([RED_FLAG_ERRORS.same]), { status: 409 });
    case "faulty":
      return data(wrong(result.reasons), { status: 409 });
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

async function settle(
  { onedoor, brand, paths }: AppLoadContext,
  changing: ByManager,
  { id: serviceId }: Service,
  form: FormData,
) {
  const id = String(form.get("proposal") ?? "").slice(0, 100);
  const publishes = form.get("intent") === "publish";
  const result = await (publishes ? publishRedFlags : dropRedFlags)(onedoor, brand.id, changing, id);
  const wrong = (message: string) =>
    data({ typed: {}, errors: [{ field: "proposal", message }] } satisfies SentBack, { status: 409 });
  switch (result.kind) {
    case "done":
      return redirect(paths.manageRedFlags(serviceId, { done: publishes ? "published" : "dropped" }), 303);
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "not-found":
      return wrong(RED_FLAG_ERRORS.gone);
    case "own-proposal":
      return wrong(RED_FLAG_ERRORS.own);
    case "moved-on":
      return wrong(RED_FLAGS.movedOn);
    case "faulty":
      return wrong(result.reasons.join(". "));
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

export default function RedFlagsPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<SentBack>() ?? null;
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  const action = paths.manageRedFlags(page.id);
  // What was said of the proposal is no form to be filled in again.
  const sent = answer !== null && "intent" in answer.typed ? answer : null;
  return (
    <>
      <BackLink href={paths.manageService(page.id)}>{QUESTIONS.back(page.name)}</BackLink>
      <ErrorSummary errors={answer?.errors ?? []} />
      <ManageHead at="services" title={RED_FLAGS.title(page.name)} />
      {answer === null ? <DoneNote words={page.done} /> : null}
      <p>{RED_FLAGS.intro}</p>
      {page.proposal ? <Proposal proposal={page.proposal} action={action} /> : null}
      <FlagsInForce words={page.words} flags={page.flags} />
      <FlagsForm action={action} sent={sent} before={page.before} lines={page.lines} seen={page.seen} />
    </>
  );
}
