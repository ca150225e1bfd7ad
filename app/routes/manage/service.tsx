import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Tag } from "nhsuk-react-components";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary } from "~/components/form/error-summary";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import {
  CloseOrOpen,
  type SaidLine,
  WhatIsDanger,
  WhatItAsks,
  WhatItSays,
} from "~/components/manage/one-service";
import { whenWords } from "~/content/deadlines";
import {
  ACCESS_TO,
  ONE_SERVICE,
  PRIORITY_WORDS,
  SERVICES,
  serviceDoneWords,
  WORDS,
} from "~/content/manage/services";
import { needGroup } from "~/content/needs";
import { wordsOf } from "~/domain/catalogue/service-words";
import type { Service } from "~/domain/directory/types";
import { oneOf } from "~/domain/journeys/input";
import { dateInWords, listInWords } from "~/domain/shared/in-words";
import { useFrontDoor } from "~/front-door";
import { setServiceStatus, standingOf } from "~/usecases/change-catalogue";
import { redFlagProposals } from "~db/queries/red-flag-proposals";
import { seenIn } from "../read-form";
import { catalogueRefused, serviceAt } from "./here";
import { mustRun, runsHere } from "./manage-access";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "service" ? page.name : SERVICES.title },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const service = await serviceAt(context, params.service);
  const { id, name, status, questions } = service;
  const whole = context.directory.services.filter(({ parts }) =>
    parts?.some(({ serviceId }) => serviceId === id),
  );
  return {
    kind: "service" as const,
    id,
    name,
    open: status === "open",
    /** A service of several parts stands as its parts let it. */
    stands: context.directory.service(id)?.status === "open",
    asked: (context.directory.service(id)?.redFlags ?? null) !== null,
    seen: standingOf(service),
    done: serviceDoneWords(new URL(request.url).searchParams.get("done")),
    lines: saidBy(service),
    questions: questions.map(({ title }) => title),
    flags: await flagWords(context, service),
    partOf:
      whole.length === 0
        ? ""
        : ONE_SERVICE.partOf(
            listInWords(
              whole.map((each) => each.name),
              "and",
            ),
          ),
  };
}

function saidBy(service: Service): readonly SaidLine[] {
  const words = wordsOf(service);
  const more = [...(words.forCarers ? [WORDS.forCarers] : []), ...(words.sensitive ? [WORDS.sensitive] : [])];
  return [
    { label: WORDS.summary, said: [words.summary] },
    { label: WORDS.needs, said: words.needs.map((need) => needGroup(need)?.name ?? need) },
    { label: WORDS.synonyms, said: words.synonyms.length === 0 ? [] : [words.synonyms.join(", ")] },
    { label: WORDS.whatItIs, said: words.whatItIs },
    { label: WORDS.whoItIsFor, said: words.whoItIsFor },
    { label: WORDS.notFor, said: words.notFor },
    { label: WORDS.howLong, said: words.howLong },
    { label: WORDS.whatToExpect, said: words.whatToExpect },
    { label: WORDS.whatToBring, said: words.whatToBring },
    { label: WORDS.cost, said: [words.cost] },
    { label: WORDS.ifWorse, said: [words.ifWorse] },
    { label: WORDS.priority, said: [PRIORITY_WORDS[words.priority]] },
    { label: WORDS.access, said: [ACCESS_TO[words.access]] },
    { label: WORDS.more, said: more },
  ];
}

async function flagWords({ onedoor, brand, now }: AppLoadContext, { id, redFlags }: Service) {
  const proposals = await redFlagProposals(onedoor.db.kysely, brand.id);
  const proposal = proposals.find(({ serviceId }) => serviceId === id);
  return [
    ...(redFlags === null
      ? [ONE_SERVICE.noFlags]
      : [
          ONE_SERVICE.flagsIn(redFlags.version, redFlags.items.length),
          ONE_SERVICE.agreed(...redFlags.approvedBy, dateInWords(redFlags.approvedOn)),
        ]),
    ...(proposal === undefined ? [] : [ONE_SERVICE.waits(proposal.by.name, whenWords(proposal.at, now))]),
  ];
}

const Status = oneOf(["open", "closed"], ONE_SERVICE.closeTitle);

/** Closes the service or opens it again, whichever the form says. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const { id: serviceId } = await serviceAt(context, params.service);
  const form = await request.formData();
  const status = Status.safeParse(form.get("status"));
  if (!status.success) throw new Response(null, { status: 400 });
  const asked = { serviceId, seen: seenIn(form), status: status.data };
  const result = await setServiceStatus(onedoor, brand.id, changing, asked);
  if (result.kind !== "done") return catalogueRefused(result, {}, "close");
  const done = status.data === "open" ? "opened" : "closed";
  return redirect(paths.manageService(serviceId, { done }), 303);
}

export default function ServicePage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <>
      <BackLink href={paths.manageServices()}>{ONE_SERVICE.back}</BackLink>
      <ErrorSummary errors={sent?.errors ?? []} />
      <ManageHead at="services" title={page.name} />
      {sent === null ? <DoneNote words={page.done} /> : null}
      <p>
        {page.stands ? (
          <Tag modifier={page.asked ? "green" : "yellow"}>
            {page.asked ? SERVICES.open : SERVICES.unasked}
          </Tag>
        ) : (
          <Tag>{SERVICES.closed}</Tag>
        )}{" "}
        <a href={paths.service(page.id)}>{ONE_SERVICE.see}</a>
      </p>
      <WhatItSays lines={page.lines} change={paths.manageWords(page.id)} />
      <WhatItAsks questions={page.questions} change={paths.manageQuestions(page.id)} />
      <WhatIsDanger words={page.flags} change={paths.manageRedFlags(page.id)} />
      <CloseOrOpen
        action={paths.manageService(page.id)}
        seen={page.seen}
        open={page.open}
        partOf={page.open ? page.partOf : ""}
      />
    </>
  );
}
