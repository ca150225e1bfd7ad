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
import { Button, Col, Row } from "nhsuk-react-components";
import { z } from "zod";
import { ErrorSummary, errorOf, type FieldError } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { Codes } from "~/components/lab/codes";
import { CODES, JOINING, NO_LINK, PERMISSION_WORDS } from "~/content/lab/joining";
import type { Permission, Study } from "~/domain/usability/study";
import { useFrontDoor } from "~/front-door";
import { agree, continueHere, type Linked, openLabLink } from "~/usecases/lab/take-part";
import { wantWorldNow } from "~/usecases/lab/worlds-ahead";
import { whereLabsAre } from "./lab-access";
import { callAnswer, titleOfAnswer } from "./title-of-answer";

export { takeStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title ?? JOINING.title },
  { name: "robots", content: "noindex, nofollow" },
];
export const headers: HeadersFunction = () => ({
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex, nofollow",
});

/** As every link of ours is written; anything else is none. */
const Link = z.uuid();

/** What a link leads to. One that might have been ours is a try, of which an address on the network has only so many. */
async function linkedBy(context: AppLoadContext, typed: string | undefined): Promise<Linked> {
  whereLabsAre(context);
  const link = Link.safeParse(typed);
  if (!link.success) return { kind: "unknown" };
  const linked = await openLabLink(context.onedoor, context.brand.id, link.data);
  if (linked.kind === "unknown" && !(await context.mayTry("lab-link", "any")))
    throw new Response("Too many tries", { status: 429 });
  // While they read what it is about, their world is made.
  if ("participant" in linked)
    await wantWorldNow(context.onedoor, { townId: context.brand.id, participantId: linked.participant.id });
  return linked;
}

/** "take-part" is always asked, and asked first; nobody is asked for what is not kept anyway. */
const permissionsOf = ({ permissions, keepTyping }: Study): readonly Permission[] =>
  [...new Set<Permission>(["take-part", ...permissions])].filter(
    (permission) => keepTyping || permission !== "keep-typing",
  );

export async function loader({ context, params }: LoaderFunctionArgs) {
  const linked = await linkedBy(context, params.link);
  const link = params.link ?? "";
  switch (linked.kind) {
    case "unknown":
    case "closed":
    case "over":
      return data(
        {
          kind: "none" as const,
          ...NO_LINK[linked.kind],
          withdraw: linked.kind === "over" ? NO_LINK.over.withdraw : null,
        },
        { status: linked.kind === "unknown" ? 404 : 410 },
      );
    case "taking-part":
      return {
        kind: "go-on" as const,
        title: titleOfAnswer(context) ?? JOINING.goOn.title,
        link,
      };
    case "asked": {
      const { study } = linked;
      return {
        kind: "asked" as const,
        title: titleOfAnswer(context) ?? JOINING.title,
        link,
        information: study.information.split(/\n\s*\n/),
        tasks: study.tasks.length,
        days: study.keepDays,
        moderated: study.moderated,
        permissions: permissionsOf(study),
      };
    }
    default:
      return linked satisfies never;
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const linked = await linkedBy(context, params.link);
  const { onedoor, brand, paths } = context;
  if (linked.kind === "unknown") return data(null, { status: 404 });
  if (linked.kind === "closed" || linked.kind === "over") return data(null, { status: 410 });
  const { participant, study } = linked;
  const holder = context.newHolder();
  const form = await request.formData();
  if (linked.kind === "taking-part") {
    await continueHere(onedoor, brand.id, participant.id, holder.hash);
    holder.hold();
    // Whoever sent the page of permissions twice has not seen the code that came of the first.
    return form.has("take-part") ? askForCode(context) : redirect(paths.labTake(), 303);
  }
  const typed = Object.fromEntries(
    permissionsOf(study).flatMap((permission) => {
      const said = form.get(permission);
      return said === "yes" || said === "no" ? [[permission, said]] : [];
    }),
  );
  if (typed["take-part"] === "no") {
    callAnswer(context, JOINING.declined.title);
    return data({ kind: "declined" as const });
  }
  const errors = permissionsOf(study)
    .filter((permission) => typed[permission] === undefined)
    .map((permission) => ({
      field: permission as string,
      message: JOINING.missing(PERMISSION_WORDS[permission].ask),
    }));
  if (errors.length > 0) return data({ kind: "wrong" as const, typed, errors }, { status: 400 });
  const permissions = permissionsOf(study).filter((permission) => typed[permission] === "yes");
  const agreed = await agree(onedoor, brand.id, participant.id, { permissions, holder: holder.hash });
  if (agreed === null) {
    await continueHere(onedoor, brand.id, participant.id, holder.hash);
    holder.hold();
    return askForCode(context);
  }
  holder.hold();
  callAnswer(context, CODES.title);
  return data({
    kind: "codes" as const,
    code: participant.id,
    withdrawCode: agreed.withdrawCode,
    withdrawAt: new URL(paths.labWithdraw(), request.url).href,
  });
}

function askForCode(context: AppLoadContext) {
  callAnswer(context, JOINING.agreed.title);
  return data({ kind: "agreed" as const });
}

export default function Join() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  return (
    <Row>
      <Col width="two-thirds">
        {sent?.kind === "codes" ? (
          <Codes {...sent} />
        ) : sent?.kind === "agreed" ? (
          <>
            <Plain title={JOINING.agreed.title} words={[JOINING.agreed.words]} />
            <form method="post" action={paths.labTake()}>
              <Button type="submit" name="intent" value="new-code">
                {JOINING.agreed.button}
              </Button>
            </form>
          </>
        ) : sent?.kind === "declined" ? (
          <Plain title={JOINING.declined.title} words={JOINING.declined.words} />
        ) : page.kind === "none" ? (
          <>
            <Plain title={page.title} words={[page.words]} />
            {page.withdraw === null ? null : (
              <p>
                <a href={paths.labWithdraw()}>{page.withdraw}</a>
              </p>
            )}
          </>
        ) : page.kind === "go-on" ? (
          <>
            <Plain title={JOINING.goOn.title} words={[JOINING.goOn.words]} />
            <form method="post" action={paths.labJoin(page.link)}>
              <Button type="submit">{JOINING.goOn.button}</Button>
            </form>
          </>
        ) : (
          <Consent
            {...page}
            action={paths.labJoin(page.link)}
            typed={sent?.typed ?? {}}
            errors={sent?.errors ?? []}
          />
        )}
      </Col>
    </Row>
  );
}

const Plain = ({ title, words }: { readonly title: string; readonly words: readonly string[] }) => (
  <>
    <h1 className="nhsuk-heading-l">{title}</h1>
    {words.map((text) => (
      <p key={text}>{text}</p>
    ))}
  </>
);

function Consent({
  information,
  tasks,
  days,
  moderated,
  permissions,
  action,
  typed,
  errors,
}: {
  readonly information: readonly string[];
  readonly tasks: number;
  readonly days: number;
  readonly moderated: boolean;
  readonly permissions: readonly Permission[];
  readonly action: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <Plain title={JOINING.title} words={information} />
      <p className="take__not-you">{JOINING.notYou}</p>
      <h2 className="nhsuk-heading-m">{JOINING.happens.title}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {JOINING.happens.list(tasks).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m">{JOINING.kept.title}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {JOINING.kept.list(days, moderated).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m">{JOINING.allow.title}</h2>
      <p>{JOINING.allow.lead}</p>
      <form method="post" action={action} className="take__ask">
        {permissions.map((permission) => (
          <Radios
            key={permission}
            name={permission}
            legend={PERMISSION_WORDS[permission].ask}
            hint={PERMISSION_WORDS[permission].means}
            chosen={typed[permission]}
            error={errorOf(errors, permission)}
            choices={[
              { value: "yes", label: JOINING.yes },
              { value: "no", label: JOINING.no },
            ]}
          />
        ))}
        <Button type="submit">{JOINING.begin}</Button>
      </form>
    </>
  );
}
