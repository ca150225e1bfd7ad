import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, Col, Row } from "nhsuk-react-components";
import { ErrorSummary, errorOf } from "~/components/form/error-summary";
import { TextField } from "~/components/form/text-fields";
import { PageModule } from "~/components/page-module";
import { WITHDRAWING } from "~/content/lab/taking";
import { line } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { deleteParticipant } from "~/usecases/lab/delete-participant";
import { participantToWithdraw } from "~/usecases/lab/take-part";
import { whereLabsAre } from "./lab-access";

export { takeStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: WITHDRAWING.title }];

export async function loader({ context }: LoaderFunctionArgs) {
  whereLabsAre(context);
  return { mine: context.participant?.id ?? null };
}

export async function action({ context, request }: ActionFunctionArgs) {
  whereLabsAre(context);
  const { onedoor, brand } = context;
  const form = await request.formData();
  const mine = form.get("whose") === "mine" ? context.participant : null;
  const code = line.parse(form.get("code") ?? "");
  const wrong = (message: string, status: number) =>
    data({ gone: false as const, code, errors: [{ field: "code", message }] }, { status });
  if (mine === null && code === "") return wrong(WITHDRAWING.missing, 400);
  const participant = mine?.participant ?? (await participantToWithdraw(onedoor, brand.id, code));
  if (participant === undefined)
    return (await context.mayTry("withdraw-code", "any"))
      ? wrong(WITHDRAWING.unknown, 400)
      : wrong(WITHDRAWING.tooMany, 429);
  const deleted = await deleteParticipant(onedoor, brand.id, participant.id);
  const inThisBrowser = context.participant?.id;
  if (inThisBrowser === participant.id) context.forgetParticipant();
  // Somebody else may take part in this browser: what it has still to tell is theirs.
  const isOfAnother = inThisBrowser !== undefined && inThisBrowser !== participant.id;
  return data({ gone: true as const, later: deleted === "deleted", isOfAnother });
}

export default function Withdraw() {
  const { mine } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  if (sent?.gone)
    return (
      <Row>
        <Col width="two-thirds">
          <h1 className="nhsuk-heading-l">{WITHDRAWING.gone.title}</h1>
          {(sent.later ? WITHDRAWING.gone.later : WITHDRAWING.gone.words).map((text) => (
            <p key={text}>{text}</p>
          ))}
          {sent.isOfAnother ? null : <PageModule name="forget" />}
        </Col>
      </Row>
    );
  const errors = sent?.errors ?? [];
  return (
    <Row>
      <Col width="two-thirds">
        <ErrorSummary errors={errors} />
        <h1 className="nhsuk-heading-l">{WITHDRAWING.title}</h1>
        <p>{WITHDRAWING.lead}</p>
        {mine === null ? null : (
          <form method="post" action={paths.labWithdraw()}>
            <p>{WITHDRAWING.mine(mine)}</p>
            <Button type="submit" warning name="whose" value="mine">
              {WITHDRAWING.deleteMine}
            </Button>
          </form>
        )}
        {mine === null ? null : <h2 className="nhsuk-heading-m">{WITHDRAWING.elsewhere}</h2>}
        <form method="post" action={paths.labWithdraw()}>
          <TextField
            name="code"
            label={WITHDRAWING.code.label}
            hint={WITHDRAWING.code.hint}
            error={errorOf(errors, "code")}
            value={sent?.code}
            width={20}
            autoComplete="off"
          />
          <Button type="submit" warning={mine === null} secondary={mine !== null}>
            {WITHDRAWING.deleteByCode}
          </Button>
        </form>
        {mine === null ? null : (
          <p>
            <a href={paths.labTake()}>{WITHDRAWING.back}</a>
          </p>
        )}
      </Col>
    </Row>
  );
}
