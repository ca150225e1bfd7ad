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
import { z } from "zod";
import { BoardHead } from "~/components/board/board-head";
import { OneProposal } from "~/components/board/one-proposal";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary } from "~/components/form/error-summary";
import type { SentBack } from "~/components/manage/typed";
import { GOVERNANCE, PROPOSAL, PROPOSAL_ERRORS, proposalDoneWords } from "~/content/board/governance";
import { whenWords } from "~/content/deadlines";
import { aboutMember } from "~/domain/governance/matter";
import { isOpen, type Proposal } from "~/domain/governance/proposal";
import { CHOICES } from "~/domain/governance/tally";
import { membersOn } from "~/domain/governance/votes";
import { lines, oneOf } from "~/domain/journeys/input";
import { localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import type { BoardViewer } from "~/server/app-context";
import { castVote } from "~/usecases/cast-vote";
import { discussProposal } from "~/usecases/discuss-proposal";
import type { BoardActor } from "~/usecases/on-the-board";
import { withdrawProposal } from "~/usecases/withdraw-proposal";
import { votesOn } from "~db/queries/proposals";
import { notFound } from "../partner/partner-access";
import { readForm, seenIn } from "../read-form";
import { inBoardRoom } from "./board-access";
import { seatWords } from "./names";
import { proposalAt, proposalView } from "./proposal-view";
import { seatAsked, seatName, speakerOf } from "./speaker";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title ?? GOVERNANCE.title },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = inBoardRoom(context, request);
  const proposal = await proposalAt(context, params.proposal);
  const query = new URL(request.url).searchParams;
  const asked = seatAsked(viewer, query.get("as"));
  const seat = asked === undefined ? (viewer.seats[0]?.organisationId ?? null) : asked;
  return {
    ...(await proposalView(context, proposal)),
    done: proposalDoneWords(query.get("done")),
    yours: await yoursOf(context, viewer, proposal, seat),
    seats: viewer.seats
      .filter((each) => each.organisationId !== seat)
      .map(({ organisationId }) => ({
        href: context.paths.boardProposal(proposal.id, { as: seatName(organisationId) }),
        words: PROPOSAL.otherSeat(
          organisationId === null ? PROPOSAL.ownSeat : seatWords(context, organisationId),
        ),
      })),
  };
}

/** What somebody can do about it from a seat: vote, or why not; and take it back. */
async function yoursOf(
  context: AppLoadContext,
  { accountId }: BoardViewer,
  proposal: Proposal,
  organisationId: string | null,
) {
  const { onedoor, brand, directory, now } = context;
  const { id, state, matter, constitution, opensAt, closesAt } = proposal;
  const open = isOpen(state) && now < closesAt;
  const member = seatWords(context, organisationId);
  const cast = (await votesOn(onedoor.db.kysely, brand.id, id)).filter(
    (vote) => vote.organisationId === organisationId,
  );
  const isMember = membersOn(directory, localDate(now)).some(
    (each) => each.organisationId === organisationId,
  );
  const about = constitution.noOwnVote.includes(matter.kind) ? aboutMember(matter) : null;
  const whyNot = !open
    ? ""
    : organisationId === null
      ? PROPOSAL.noVote
      : about === organisationId
        ? PROPOSAL.ownMatter(member)
        : !isMember
          ? PROPOSAL.notMember(member)
          : state === "discussion"
            ? PROPOSAL.notYet(whenWords(opensAt, now))
            : "";
  const last = cast.at(-1);
  return {
    seat: seatName(organisationId),
    member,
    votes: open && whyNot === "",
    whyNot,
    seen: cast.length,
    before: last === undefined ? null : { choice: last.choice, reason: last.reason },
    withdraws: open && (proposal.by.accountId === accountId || organisationId === null),
  };
}

const VoteForm = z.object({
  choice: oneOf(CHOICES, PROPOSAL_ERRORS.choice),
  reason: lines
    .refine((text) => text !== "", { error: PROPOSAL_ERRORS.reason })
    .refine((text) => text.length <= 1_000, { error: PROPOSAL_ERRORS.reason }),
});
const RemarkForm = z.object({
  text: lines
    .refine((text) => text !== "", { error: PROPOSAL_ERRORS.text })
    .refine((text) => text.length <= 2_000, { error: PROPOSAL_ERRORS.text }),
});

/** Votes, says something, or takes the proposal back. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = inBoardRoom(context, request);
  const proposal = await proposalAt(context, params.proposal);
  const form = await request.formData();
  const speaker = speakerOf(viewer, form.get("as"));
  if (speaker === undefined) throw new Response(null, { status: 403 });
  switch (form.get("intent")) {
    case "vote":
      return voteFrom(context, speaker, proposal, form);
    case "say":
      return sayFrom(context, speaker, proposal, form);
    case "withdraw":
      return withdrawFrom(context, speaker, proposal);
    default:
      throw new Response(null, { status: 400 });
  }
}

type Intent = "vote" | "say" | "withdraw";

/** Sent back with what is to be put right, under the form that was sent. */
const sentBack = (intent: Intent, sent: SentBack, status: 400 | 409) => data({ intent, sent }, { status });
const refused = (intent: Intent, field: string, message: string, typed: SentBack["typed"] = {}) =>
  sentBack(intent, { typed, errors: [{ field, message }] }, 409);

const back = ({ paths }: AppLoadContext, { id }: Proposal, { organisationId }: BoardActor, done: string) =>
  redirect(paths.boardProposal(id, { done, as: seatName(organisationId) }), 303);

async function voteFrom(context: AppLoadContext, speaker: BoardActor, proposal: Proposal, form: FormData) {
  const read = readForm(VoteForm, form);
  if (!read.ok) return sentBack("vote", read.sent, 400);
  const seen = Number(seenIn(form)) || 0;
  const { onedoor, brand } = context;
  const result = await castVote(onedoor, brand.id, speaker, { proposalId: proposal.id, ...read.value, seen });
  // Whoever looks at the vote of another then votes on it as it is now.
  const { seen: _, ...typed } = read.typed;
  switch (result.kind) {
    case "done":
      return back(context, proposal, speaker, "voted");
    case "changed-meanwhile":
      return refused("vote", "choice", PROPOSAL_ERRORS.meanwhile, typed);
    case "not-open":
      return refused(
        "vote",
        "choice",
        result.why === "closed" ? PROPOSAL_ERRORS.closed : PROPOSAL_ERRORS.notYet,
      );
    case "no-vote":
      return refused("vote", "choice", PROPOSAL_ERRORS.noVote);
    case "own-matter":
      return refused("vote", "choice", PROPOSAL_ERRORS.ownMatter);
    case "no-seat":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

async function sayFrom(context: AppLoadContext, speaker: BoardActor, proposal: Proposal, form: FormData) {
  const read = readForm(RemarkForm, form);
  if (!read.ok) return sentBack("say", read.sent, 400);
  const { onedoor, brand } = context;
  const { text } = read.value;
  const result = await discussProposal(onedoor, brand.id, speaker, { proposalId: proposal.id, text });
  if (result.kind === "no-seat") throw new Response(null, { status: 403 });
  if (result.kind === "not-found") throw notFound();
  return back(context, proposal, speaker, "said");
}

async function withdrawFrom(context: AppLoadContext, speaker: BoardActor, proposal: Proposal) {
  const { onedoor, brand } = context;
  const result = await withdrawProposal(onedoor, brand.id, speaker, proposal.id);
  switch (result.kind) {
    case "done":
      return back(context, proposal, speaker, "withdrawn");
    case "too-late":
      return refused("withdraw", "result", PROPOSAL_ERRORS.tooLate);
    case "not-yours":
      return refused("withdraw", "withdraw", PROPOSAL_ERRORS.notYours);
    case "no-seat":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

export default function ProposalPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  const sentOf = (intent: Intent): SentBack | null => (answer?.intent === intent ? answer.sent : null);
  return (
    <div className="board-decide">
      <BackLink href={paths.boardGovernance()}>{GOVERNANCE.title}</BackLink>
      <ErrorSummary errors={answer?.sent.errors ?? []} />
      <BoardHead at="governance" title={page.title} />
      {answer === null ? <DoneNote words={page.done} /> : null}
      <OneProposal
        page={page}
        action={paths.boardProposal(page.id)}
        vote={sentOf("vote")}
        remark={sentOf("say")}
      />
    </div>
  );
}
