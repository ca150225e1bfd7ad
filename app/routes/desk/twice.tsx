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
import { z } from "zod";
import { ErrorSummary } from "~/components/form/error-summary";
import { Facts } from "~/components/work/case-facts";
import { TwiceRequest } from "~/components/work/twice";
import { TWICE } from "~/content/asked-twice";
import { may } from "~/domain/access/may";
import { whyNotClosed } from "~/domain/fulfilment/asked-twice";
import { normalReference } from "~/domain/shared/identifiers";
import { useFrontDoor } from "~/front-door";
import { closeAskedTwice, sayNotAskedTwice, seenOf } from "~/usecases/asked-twice";
import { auditRead } from "~/usecases/audit";
import { CommandKey } from "~/usecases/command";
import { type OneOfTwo, openPartsOf, readPair, standsInTheWay } from "~db/queries/asked-twice";
import { readTracking } from "~db/queries/tracking";
import { atWork, notFound } from "../partner/partner-access";
import { differences, sideOf } from "./twice-side";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${TWICE.caption}: ${page.person}` : "Front desk" },
];

/** The two references of the address, as they are written; not found when they are none. */
function referencesIn(params: LoaderFunctionArgs["params"]): readonly [string, string] {
  const [one, other] = [normalReference(params.one ?? ""), normalReference(params.other ?? "")];
  if (one === undefined || other === undefined) throw notFound();
  return [one, other];
}

async function bothOf({ onedoor, brand }: AppLoadContext, references: readonly [string, string]) {
  const pair = await readPair(onedoor.db.kysely, brand.id, references);
  if (pair === undefined) throw notFound();
  return pair;
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { onedoor, brand, directory, paths } = context;
  const viewer = atWork(context, request);
  if (!may(viewer, "see-desk")) throw notFound();
  const pair = await bothOf(context, referencesIn(params));
  const { one, other, services, saidNot } = pair;
  if (saidNot || services.length === 0) throw redirect(paths.desk({ done: "no-pair" }), 303);
  const who = { kind: "desk" as const, accountId: viewer.accountId, name: viewer.name };
  for (const { requestId: subject } of [one, other])
    await auditRead(onedoor, brand.id, { who, action: "opened", subject });
  const tracked = await Promise.all(
    [one, other].map(({ reference }) => readTracking(onedoor.db.kysely, brand.id, reference)),
  );
  const [ours, theirs] = tracked;
  if (ours === undefined || theirs === undefined) throw notFound();
  const on = (it: OneOfTwo) =>
    standsInTheWay(onedoor.db.kysely, brand.id, it.requestId, openPartsOf(it, services));
  const [onOne, onOther] = [await on(one), await on(other)];
  const sides = [
    { ...sideOf(context, one, other, ours, services), whyNot: whyNotClosed(onOne, onOther) },
    { ...sideOf(context, other, one, theirs, services), whyNot: whyNotClosed(onOther, onOne) },
  ] as const;
  return {
    person: one.person.name,
    services: services.map((id) => directory.service(id)?.name ?? id).join(", "),
    action: paths.deskTwice(one.reference, other.reference),
    seen: seenOf(pair),
    pageKey: onedoor.newId(),
    sides,
    differs: differences(...sides),
  };
}

const Fields = z.object({
  intent: z.enum(["close-twice", "not-twice"]),
  close: z.string().max(20).default(""),
  seen: z.string().max(10_000).default(""),
  key: CommandKey.nullable().catch(null),
});

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const viewer = atWork(context, request);
  if (!may(viewer, "answer-desk")) throw notFound();
  const references = referencesIn(params);
  const sent = Fields.safeParse(Object.fromEntries(await request.formData()));
  const wrong = (message: string, status: number) =>
    data({ errors: [{ field: "choose", message }] }, { status });
  if (!sent.success) return wrong(TWICE.choose, 400);
  const { intent, close, seen, key } = sent.data;
  const actor = { kind: "desk" as const, accountId: viewer.accountId, name: viewer.name };
  const keep = references.find((reference) => reference !== close);
  if (intent === "close-twice" && (keep === undefined || !references.includes(close)))
    return wrong(TWICE.choose, 400);
  const outcome =
    intent === "close-twice"
      ? await closeAskedTwice(onedoor, brand.id, actor, { close, keep: keep ?? "", seen, key })
      : await sayNotAskedTwice(onedoor, brand.id, actor, { references, key });
  switch (outcome.kind) {
    case "done":
      return redirect(paths.desk({ done: intent }), 303);
    case "changed":
      return wrong(TWICE.changed(outcome.by), 409);
    case "refused":
      // A pair that is none any more has no page: whoever is told so is told it on the list.
      return wrong(outcome.reasons.join(". "), 409);
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such outcome: ${outcome satisfies never}`);
  }
}

export default function DeskTwice() {
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  return (
    <>
      <BackLink href={paths.desk()}>{TWICE.back}</BackLink>
      <ErrorSummary errors={failed?.errors ?? []} />
      <div className="staff-head">
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {TWICE.caption} · {page.services}
          </span>
          {page.person}
        </h1>
      </div>
      <section aria-labelledby="differs">
        <h2 className="nhsuk-heading-s" id="differs">
          {TWICE.differs}
        </h2>
        {page.differs.length === 0 ? <p>{TWICE.sameAnswers}</p> : <Facts lines={page.differs} />}
      </section>
      <div className="twice" id="choose" tabIndex={-1}>
        {page.sides.map((side) => (
          <TwiceRequest
            key={side.reference}
            side={side}
            action={page.action}
            seen={page.seen}
            pageKey={page.pageKey}
          />
        ))}
      </div>
      <form method="post" action={page.action}>
        <h2 className="nhsuk-heading-m">{TWICE.notSame}</h2>
        <input type="hidden" name="key" value={`${page.pageKey}.not`} />
        <p>{TWICE.notSameHow}</p>
        <Button type="submit" name="intent" value="not-twice">
          {TWICE.notSameButton}
        </Button>
      </form>
    </>
  );
}
