import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button } from "nhsuk-react-components";
import { z } from "zod";
import { ErrorSummary, errorOf, type FieldError } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { ReasonFields } from "~/components/work/answer-forms";
import { SeveralDone, SeveralLines } from "~/components/work/several-lines";
import { TOGETHER } from "~/components/work/together";
import { LEADS_TO } from "~/content/refusals";
import { SEVERAL, SEVERAL_OF } from "~/content/together";
import { may } from "~/domain/access/may";
import { ticked } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { CommandKey } from "~/usecases/command";
import { workItems } from "~db/queries/worklist";
import { type Answer, readAnswer } from "./answer";
import { carryOut } from "./carry-out";
import { readOnly } from "./colleagues";
import { atWork } from "./partner-access";
import { MOST_AT_ONCE, severalOf } from "./several-work";
import { auditListed, lineOf, workHere } from "./work-of";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.intent ? SEVERAL_OF[page.intent].title : SEVERAL.back },
];

const Chosen = z.object({ intent: z.enum(TOGETHER), id: ticked });

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { onedoor, paths } = context;
  const viewer = atWork(context, request);
  const query = new URL(request.url).searchParams;
  const { work, organisation, others } = await workHere(context, viewer, query);
  const here = others.length > 0 ? organisation.id : "";
  const chosen = Chosen.safeParse({ intent: query.get("intent"), id: query.getAll("id") });
  const mayAnswer = may(viewer, "answer", organisation.id);
  const wrong = !mayAnswer
    ? await readOnly(context, viewer, organisation.id)
    : !chosen.success
      ? SEVERAL.noIntent
      : chosen.data.id.length === 0
        ? SEVERAL.none
        : chosen.data.id.length > MOST_AT_ONCE
          ? SEVERAL.tooMany(MOST_AT_ONCE)
          : null;
  const page = { back: paths.partner({ organisation: here }), here, pageKey: onedoor.newId() };
  if (wrong !== null || !chosen.success)
    return data(
      { ...page, wrong, intent: null, ids: [], can: [], cannot: [] },
      { status: mayAnswer ? 400 : 403 },
    );
  const { intent, id } = chosen.data;
  const several = await severalOf(context, work, intent, id);
  await auditListed(context, viewer, organisation.id, await workItems(onedoor.db.kysely, work, id));
  return data({
    ...page,
    wrong: null,
    intent,
    ids: id,
    can: several.filter(({ why }) => why === null),
    cannot: several.filter(({ why }) => why !== null),
  });
}

/** One piece of work as the page showed it: its id, the version that was seen, and the time that was shown for it. */
const Item = z
  .string()
  .regex(/^[\w-]{1,80}~\d{1,9}~[\w.-]{0,120}$/)
  .transform((text) => {
    const [id = "", version = "", slot = ""] = text.split("~");
    return { id, version: Number(version), slot };
  });
const Sent = z.object({
  intent: z.enum(TOGETHER),
  when: z.enum(["next", "later"]).nullable().catch(null),
  key: CommandKey,
  item: ticked.pipe(z.array(Item).min(1).max(MOST_AT_ONCE)),
});

/** Does to each what was shown, one after the other: what one comes to is nothing to the others. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { onedoor } = context;
  const viewer = atWork(context, request);
  const { work, organisation } = await workHere(context, viewer, new URL(request.url).searchParams);
  const form = await request.formData();
  const sent = Sent.safeParse({ ...Object.fromEntries(form), item: form.getAll("item") });
  const failed = (errors: readonly FieldError[], status = 400) =>
    data({ errors, typed: textsOf(form), results: null }, { status });
  if (!may(viewer, "answer", organisation.id))
    return failed([{ field: "several", message: await readOnly(context, viewer, organisation.id) }], 403);
  if (!sent.success) return failed([{ field: "several", message: SEVERAL.none }]);
  const { intent, when, item: items, key } = sent.data;
  if (intent === "accept" && when === null) return failed([{ field: "when", message: SEVERAL.chooseWhen }]);
  const read = intent === "decline" ? readAnswer(form, context.now) : null;
  if (read && read.answer === null) return failed(read.errors);
  const { accountId, name } = viewer;
  const actor = { kind: "partner" as const, organisationId: organisation.id, accountId, name };
  const results = new Map<string, string | null>();
  for (const { id, version, slot } of items) {
    const answer: Answer =
      read?.answer ??
      (intent === "start"
        ? { intent }
        : when === "next" && slot !== ""
          ? { intent: "accept", time: { slotId: slot } }
          : { intent: "accept-later" });
    const outcome = await carryOut(context, viewer, actor, {
      fulfilmentId: id,
      version,
      partVersion: -1,
      key: `${key}.${id}`.slice(-80),
      answer,
    });
    results.set(id, notDone(outcome));
  }
  const lines = await workItems(
    onedoor.db.kysely,
    work,
    items.map(({ id }) => id),
  );
  return data({
    errors: [],
    typed: {},
    results: {
      intent,
      did: [...results.values()].filter((why) => why === null).length,
      lines: lines.map((item) => ({
        line: lineOf(item, context),
        why: results.get(item.fulfilment.id) ?? null,
      })),
    },
  });
}

/** Why one was not done; null when it was. */
function notDone(outcome: Awaited<ReturnType<typeof carryOut>>): string | null {
  switch (outcome.kind) {
    case "done":
      return null;
    case "changed":
      return SEVERAL.changedBy(outcome.by);
    case "refused":
      return outcome.reasons.join(". ");
    case "not-found":
      return SEVERAL.gone;
  }
}

const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"));

export default function Several() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  if (answered?.results) return <SeveralDone {...answered.results} back={page.back} />;
  const { intent, can, cannot } = page;
  const errors = answered?.errors ?? (page.wrong ? [{ field: "several", message: page.wrong }] : []);
  const typed = answered?.typed ?? {};
  return (
    <>
      <BackLink href={page.back}>{SEVERAL.back}</BackLink>
      <ErrorSummary errors={errors} />
      {intent === null ? (
        <h1 className="nhsuk-heading-l" id="several" tabIndex={-1}>
          {SEVERAL.nothing}
        </h1>
      ) : (
        <form
          method="post"
          action={paths.partnerSeveral({ organisation: page.here, intent, id: page.ids })}
          noValidate
          className="several"
        >
          <h1 className="nhsuk-heading-l" id="several" tabIndex={-1}>
            {SEVERAL_OF[intent].heading(can.length)}
          </h1>
          <input type="hidden" name="key" value={page.pageKey} />
          <input type="hidden" name="intent" value={intent} />
          {can.map(({ line, version, slot }) => (
            <input
              key={line.id}
              type="hidden"
              name="item"
              value={`${line.id}~${version}~${slot?.id ?? ""}`}
            />
          ))}
          {can.length > 0 ? (
            <SeveralLines
              heading={SEVERAL.can}
              lines={can.map(({ line, slot }) => ({
                line,
                what:
                  intent === "decline"
                    ? SEVERAL.declined
                    : intent === "start"
                      ? SEVERAL.started
                      : slot
                        ? SEVERAL.at(slot.label)
                        : SEVERAL.noTime,
              }))}
            />
          ) : (
            <p>{SEVERAL.nothing}</p>
          )}
          {cannot.length > 0 ? (
            <SeveralLines
              heading={SEVERAL.cannot}
              lines={cannot.map(({ line, why }) => ({ line, what: why ?? "" }))}
            />
          ) : null}
          {intent === "accept" && !can.some(({ slot }) => slot) ? (
            <input type="hidden" name="when" value="later" />
          ) : null}
          {intent === "accept" && can.some(({ slot }) => slot) ? (
            <Radios
              name="when"
              legend={SEVERAL.when}
              error={errorOf(errors, "when")}
              choices={[
                { value: "next", label: SEVERAL.next, hint: SEVERAL.nextHint },
                { value: "later", label: SEVERAL.later, hint: SEVERAL.laterHint },
              ]}
              chosen={typed.when}
            />
          ) : null}
          {can.length > 0 && intent === "decline" ? (
            <ReasonFields
              reason="reason"
              note="note"
              saidNo={{ lead: LEADS_TO.next, elsewhere: {} }}
              errors={errors}
              typed={typed}
            />
          ) : null}
          <div className="button-row">
            {can.length > 0 ? <Button type="submit">{SEVERAL_OF[intent].button(can.length)}</Button> : null}
            <a href={page.back}>{SEVERAL.change}</a>
          </div>
        </form>
      )}
    </>
  );
}
