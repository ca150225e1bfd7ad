import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ErrorSummary, type FieldError } from "~/components/form/error-summary";
import { TelephoneLink } from "~/components/telephone-link";
import { Facts } from "~/components/work/case-facts";
import { LightForm } from "~/components/work/light-form";
import { momentWords, whenWords } from "~/content/deadlines";
import {
  LIGHT,
  LIGHT_UNKNOWN,
  type LightWords,
  lightAnswered,
  lightBy,
  lightDone,
  lightGone,
  lightLate,
  lightUsed,
  signedByLink,
  WHOEVER_HAS_THE_LINK,
  whereItIs,
} from "~/content/light";
import { NHS_NUMBER } from "~/content/request-detail";
import { MAY_BY_LINK } from "~/domain/fulfilment/light-ask";
import { isSeen, line } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import type { PartnerViewer } from "~/server/app-context";
import { type LightStanding, openLightLink } from "~/usecases/open-light-link";
import type { LightLink } from "~db/queries/light-links";
import { readAnswer } from "./answer";
import { carryOut } from "./carry-out";
import { caseOf } from "./case";

export const meta: MetaFunction = () => [
  { title: LIGHT.title },
  { name: "robots", content: "noindex, nofollow" },
];
export const headers: HeadersFunction = () => ({
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex, nofollow",
});

/** As every code of ours is written; anything else is none. */
const Code = z.string().regex(/^[\w-]{43}$/);

/** How a link stands. A code that might have been one is a try, of which an address on the network has only so many. */
async function standingOf(context: AppLoadContext, typed: string | undefined): Promise<LightStanding> {
  const code = Code.safeParse(typed);
  if (!code.success) return { kind: "unknown" };
  const standing = await openLightLink(context.onedoor, context.brand.id, code.data);
  if (standing.kind === "unknown" && !(await context.mayTry("light-link", "any")))
    throw new Response("Too many tries", { status: 429 });
  return standing;
}

/** One request for whoever holds a link to it; of a link that is used, late or none of ours, what to do instead. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const standing = await standingOf(context, params.code);
  if (standing.kind !== "open") {
    const isDone = new URL(request.url).searchParams.has("done");
    const { words, status } = refusalOf(context, standing, isDone);
    return data({ kind: "closed" as const, words }, { status });
  }
  const { link, asks } = standing;
  const work = await caseOf(context, viewerOf(link), link.fulfilmentId);
  if (work === undefined || work.facts === null) throw new Error(`Link ${link.id} shows nothing`);
  const { version, partVersion, pageKey, times, saidNo, person, service, reference } = work;
  const may = work.may.filter((type) => MAY_BY_LINK[asks].includes(type));
  const { who, answers, said, promise } = work.facts;
  return {
    kind: "open" as const,
    code: params.code ?? "",
    heading: { person: person ?? "", caption: `${service} · ${reference}` },
    by: lightBy(asks, whenWords(link.expiresAt, context.now)),
    facts: [
      { id: "for-whom", title: LIGHT.who, lines: who.filter(({ label }) => label !== NHS_NUMBER) },
      { id: "told", title: LIGHT.answers, lines: answers },
      { id: "said", title: LIGHT.said, lines: said },
      { id: "promise", title: LIGHT.promise, lines: promise },
    ].filter(({ lines }) => lines.length > 0),
    sent: { version, partVersion, pageKey },
    work: { asks, may, times, saidNo, isToCome: asks === "outcome" && !may.includes("did-not-attend") },
  };
}

/** Whoever holds a link, before they have said who they are: they see what the organisation it was sent to may see. */
const viewerOf = ({ id, organisationId }: LightLink): PartnerViewer => ({
  accountId: id,
  name: WHOEVER_HAS_THE_LINK,
  memberships: [{ organisationId, role: "booker" }],
  brandRoles: [],
  answersFor: [],
});

function refusalOf(
  { now }: AppLoadContext,
  standing: Exclude<LightStanding, { kind: "open" }>,
  isDone: boolean,
): { readonly words: LightWords; readonly status: number } {
  switch (standing.kind) {
    case "unknown":
      return { words: LIGHT_UNKNOWN, status: 404 };
    case "used":
      return isDone
        ? { words: lightDone(standing.command), status: 200 }
        : { words: lightUsed(standing.command, momentWords(standing.at, now)), status: 410 };
    default: {
      const { kind, link, state } = standing;
      const where = whereItIs(state, link.organisationId);
      const words =
        kind === "answered"
          ? lightAnswered(where)
          : kind === "late"
            ? lightLate(momentWords(link.expiresAt, now), where)
            : lightGone(where);
      return { words, status: 410 };
    }
  }
}

const LONGEST_NAME = 60;
const Who = z.object({
  who: line.refine((name) => isSeen(name) && name.length <= LONGEST_NAME, { error: LIGHT.name.missing }),
});

export async function action({ context, params, request }: ActionFunctionArgs) {
  const standing = await standingOf(context, params.code);
  // What it says instead is told by the loader.
  if (standing.kind !== "open") return data(null, { status: standing.kind === "unknown" ? 404 : 410 });
  const { link, asks } = standing;
  const form = await request.formData();
  const who = Who.safeParse({ who: form.get("who") });
  const { typed: fields, answer, errors: wrong } = readAnswer(form, context.now);
  const typed = { ...fields, who: line.parse(form.get("who")) };
  const errors: FieldError[] = [
    ...(who.success ? [] : [{ field: "who", message: LIGHT.name.missing }]),
    ...wrong,
  ];
  if (answer === null || !who.success) return data({ typed, errors, changed: false }, { status: 400 });
  const command = answer.intent === "accept-later" ? "accept" : answer.intent;
  if (!MAY_BY_LINK[asks].includes(command))
    return data({ typed, errors: [notNow], changed: false }, { status: 409 });
  const actor = {
    kind: "partner" as const,
    organisationId: link.organisationId,
    accountId: link.id,
    name: signedByLink(who.data.who),
    byLink: true as const,
  };
  const outcome = await carryOut(context, viewerOf(link), actor, {
    fulfilmentId: link.fulfilmentId,
    version: fields.version,
    partVersion: fields.part,
    key: fields.key,
    answer,
  });
  switch (outcome.kind) {
    case "done":
      return redirect(context.paths.light(params.code ?? "", { done: "1" }), 303);
    case "changed":
      return data({ typed, errors: [], changed: true }, { status: 409 });
    case "refused":
      return data(
        {
          typed,
          errors: outcome.reasons.map((message) => ({ field: "who", message })),
          changed: false,
        },
        { status: 409 },
      );
    case "not-found":
      return data({ typed, errors: [notNow], changed: false }, { status: 409 });
    default:
      return outcome satisfies never;
  }
}

const notNow: FieldError = { field: "who", message: LIGHT.notNow };

export default function LightPage() {
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths, brand } = useFrontDoor();
  const desk = (
    <p>
      {LIGHT.ring} {brand.desk.name}: <TelephoneLink number={brand.desk.phone} />. {brand.desk.hours}.
    </p>
  );
  if (page.kind === "closed")
    return (
      <>
        <h1 className="nhsuk-heading-l">{page.words.title}</h1>
        {page.words.words.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {desk}
      </>
    );
  const errors = failed?.errors ?? [];
  return (
    <>
      <ErrorSummary errors={errors} />
      {failed?.changed ? (
        <div className="changed-note" role="alert">
          <p>{LIGHT.changed}</p>
        </div>
      ) : null}
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.heading.caption}</span>
        {page.heading.person}
      </h1>
      <p>
        <strong>{page.by}</strong> {LIGHT.once}
      </p>
      <p>
        <a href="#answer">{LIGHT.answer}</a>
      </p>
      <div className="case">
        <div>
          {page.facts.map(({ id, title, lines }) => (
            <section key={id} aria-labelledby={id}>
              <h2 className="nhsuk-heading-m" id={id}>
                {title}
              </h2>
              <Facts lines={lines} />
            </section>
          ))}
        </div>
        <div id="answer" tabIndex={-1}>
          <div className="case__answer">
            <LightForm
              action={paths.light(page.code)}
              {...page.sent}
              errors={errors}
              typed={failed?.changed ? {} : textsOf(failed?.typed ?? {})}
              work={page.work}
            />
          </div>
          <p className="case__else">{LIGHT.somethingElse}</p>
          {desk}
        </div>
      </div>
    </>
  );
}

const textsOf = (typed: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
