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
import { ChooseMatter, ProposalForm } from "~/components/board/proposal-form";
import { ErrorSummary } from "~/components/form/error-summary";
import { PARTNER_BEFORE } from "~/components/manage/partner-form";
import type { SentBack } from "~/components/manage/typed";
import { GOVERNANCE, MATTER_WORDS } from "~/content/board/governance";
import { PROPOSE, PROPOSE_ERRORS, wrongDayWords } from "~/content/board/propose";
import { standings } from "~/domain/directory/standing";
import { BOX_STYLES } from "~/domain/directory/types";
import { constitutionOf } from "~/domain/governance/constitution";
import { MATTER_KINDS, type MatterKind } from "~/domain/governance/matter-kinds";
import { line, lines } from "~/domain/journeys/input";
import { counted, dateInWords } from "~/domain/shared/in-words";
import { typedDate } from "~/domain/shared/plain-date";
import { daysFrom, localDate, type PlainDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { proposeMatter, type WrongDay } from "~/usecases/propose-matter";
import { readScenario } from "~db/queries/scenarios";
import { type ReadForm, readForm } from "../read-form";
import { inBoardRoom } from "./board-access";
import { readMatter, typedConstitution, typedPolicy } from "./matter-form";
import { seatWords } from "./names";
import { seatName, speakerOf } from "./speaker";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: PROPOSE.title }];

const isMatter = (asked: unknown): asked is MatterKind =>
  (MATTER_KINDS as readonly unknown[]).includes(asked);

/** The scenario that an address names; "" where the brand has none of the id. */
async function scenarioIn({ onedoor, brand }: AppLoadContext, asked: unknown): Promise<string> {
  if (typeof asked !== "string") return "";
  return (await readScenario(onedoor.db.kysely, brand.id, asked))?.id ?? "";
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = inBoardRoom(context, request);
  const query = new URL(request.url).searchParams;
  const kind = query.get("matter");
  const scenario = await scenarioIn(context, query.get("scenario"));
  if (!isMatter(kind)) return { kind: null, scenario, asked: kind !== null };
  const { directory, now } = context;
  const { discussionDays, votingDays } = constitutionOf(directory.brand);
  return {
    kind,
    scenario,
    choices: choicesFor(context, kind),
    before: beforeOf(context, kind),
    seats: viewer.seats.map(({ organisationId }) => ({
      value: seatName(organisationId),
      label: organisationId === null ? PROPOSE.brand : seatWords(context, organisationId),
    })),
    firstDay: dateInWords(daysFrom(localDate(now), discussionDays)),
    votingDays: counted(votingDays, "day"),
  };
}

/** What makes sense to choose for a kind of matter, by name. */
function choicesFor({ directory, now }: AppLoadContext, kind: MatterKind) {
  const standing = standings(directory.partnerships);
  const named = (some: readonly { readonly id: string; readonly name: string }[]) =>
    some.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
  const active = directory.organisations.filter(({ status }) => status === "active");
  const standsAs = (...kinds: readonly string[]) =>
    named(active.filter(({ id }) => kinds.includes(standing(id, localDate(now)).kind)));
  return {
    members: kind === "resume" ? standsAs("suspended") : standsAs("partner"),
    services: named(directory.services.filter(({ status }) => status === "open")),
    outside: standsAs("none", "left"),
  };
}

/** What a form holds at first: where something is changed, what holds now. */
function beforeOf({ directory }: AppLoadContext, kind: MatterKind): SentBack["typed"] {
  const { brand } = directory;
  switch (kind) {
    case "admit":
      return PARTNER_BEFORE;
    case "policy":
      return typedPolicy(brand.policy);
    case "constitution":
      return typedConstitution(constitutionOf(brand));
    case "box-rule":
      return { styles: BOX_STYLES };
    default:
      return {};
  }
}

/** A date that may be left out, in three fields. */
const dayFields = (name: string) => ({
  [`${name}-day`]: line,
  [`${name}-month`]: line,
  [`${name}-year`]: line,
});
const DAYS = ["opens", "closes", "applies"] as const;

const AboutForm = z
  .object({
    why: lines
      .refine((text) => text !== "", { error: PROPOSE_ERRORS.why })
      .refine((text) => text.length <= 2_000, { error: PROPOSE_ERRORS.why }),
    ...dayFields("opens"),
    ...dayFields("closes"),
    ...dayFields("applies"),
  })
  .transform((read: { readonly why: string } & Readonly<Record<string, string>>, checked) => {
    const on = (name: (typeof DAYS)[number]): PlainDate | null => {
      const typed = ["day", "month", "year"].map((part) => read[`${name}-${part}`] ?? "");
      const [day = "", month = "", year = ""] = typed;
      const date = typedDate(day, month, year);
      if (date === undefined && typed.join("") !== "")
        checked.addIssue({ code: "custom", path: [`${name}-day`], message: PROPOSE_ERRORS.date });
      return date ?? null;
    };
    return { why: read.why, opensOn: on("opens"), closesOn: on("closes"), appliesOn: on("applies") };
  });

/** Puts it to the members, and goes on to its own page. */
export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = inBoardRoom(context, request);
  const { onedoor, brand, paths } = context;
  const form = await request.formData();
  const kind = form.get("matter");
  if (!isMatter(kind)) throw new Response(null, { status: 400 });
  const matter = readMatter(kind, form, context);
  const about = readForm(AboutForm, form);
  const speaker = speakerOf(viewer, form.get("as"));
  const noSeat = speaker === undefined ? [{ field: "as", message: PROPOSE_ERRORS.seat }] : [];
  if (!matter.ok || !about.ok || speaker === undefined)
    return data(together([matter, about], noSeat), { status: 400 });
  const scenario = line.parse(form.get("scenario"));
  const result = await proposeMatter(onedoor, brand.id, speaker, {
    matter: matter.value,
    ...about.value,
    scenarioId: scenario === "" ? null : scenario,
  });
  const { typed } = about;
  switch (result.kind) {
    case "done":
      return redirect(
        paths.boardProposal(result.proposalId, { done: "proposed", as: seatName(speaker.organisationId) }),
        303,
      );
    case "refused": {
      const errors = result.reasons.map((message) => ({ field: FIRST_FIELD[kind], message }));
      return data({ typed, errors }, { status: 409 });
    }
    case "wrong-day":
      return data({ typed, errors: [wrongDay(result.which, result.first)] }, { status: 409 });
    case "no-seat":
      throw new Response(null, { status: 403 });
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

const wrongDay = (which: WrongDay, first: PlainDate) => ({
  field: `${which}-day`,
  message: wrongDayWords[which](first),
});

/** What is wrong with any of some forms that were sent as one. */
function together(reads: readonly ReadForm<unknown>[], more: SentBack["errors"]): SentBack {
  const typed = reads.flatMap((read) => (read.ok ? [read.typed] : [read.sent.typed]));
  return {
    typed: Object.assign({}, ...typed),
    errors: [...more, ...reads.flatMap((read) => (read.ok ? [] : read.sent.errors))],
  };
}

/** The field that a refusal of the directory leads to. */
const FIRST_FIELD: Readonly<Record<MatterKind, string>> = {
  admit: "who",
  leave: "member",
  suspend: "member",
  resume: "member",
  policy: "points-distance",
  "add-service": "name",
  "retire-service": "service",
  "box-rule": "member",
  constitution: "votes",
};

export default function Propose() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<SentBack>() ?? null;
  const { paths } = useFrontDoor();
  const asked = page.kind === null && page.asked;
  const errors = asked ? [{ field: "matter", message: PROPOSE_ERRORS.matter }] : (sent?.errors ?? []);
  return (
    <div className="board-decide">
      <BackLink
        href={
          page.kind === null ? paths.boardGovernance() : paths.boardGovernanceNew({ scenario: page.scenario })
        }
      >
        {page.kind === null ? GOVERNANCE.title : PROPOSE.otherMatter}
      </BackLink>
      <ErrorSummary errors={errors} />
      <BoardHead at="governance" title={page.kind === null ? PROPOSE.title : MATTER_WORDS[page.kind].label} />
      {page.scenario === "" ? null : <p>{PROPOSE.whatIf}</p>}
      {page.kind === null ? (
        <ChooseMatter action={paths.boardGovernanceNew()} scenario={page.scenario} errors={errors} />
      ) : (
        <ProposalForm
          {...page}
          action={paths.boardGovernanceNew({ matter: page.kind, scenario: page.scenario })}
          sent={sent}
        />
      )}
    </div>
  );
}
