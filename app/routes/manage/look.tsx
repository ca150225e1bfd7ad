import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { z } from "zod";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary } from "~/components/form/error-summary";
import { TextField } from "~/components/form/text-fields";
import { Group } from "~/components/manage/group";
import { ManageHead } from "~/components/manage/manage-head";
import { MarkFields } from "~/components/manage/mark-fields";
import { NotRunning } from "~/components/manage/not-running";
import { fieldsOf } from "~/components/manage/typed";
import { LOOK, LOOK_ERRORS } from "~/content/manage/look";
import { isSeen, line, required } from "~/domain/journeys/input";
import { isPhone } from "~/domain/shared/identifiers";
import { useFrontDoor } from "~/front-door";
import { setLook } from "~/usecases/set-look";
import { readForm } from "../read-form";
import { mustRun, runsHere } from "./manage-access";
import { MARK_FIELDS } from "./partner-form";

export const meta: MetaFunction = () => [{ title: LOOK.title }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const { name, strapline, area, mark, desk } = context.directory.brand;
  return {
    kind: "look" as const,
    saved: new URL(request.url).searchParams.get("done") === "1",
    look: {
      name,
      strapline,
      area,
      ...mark,
      deskName: desk.name,
      deskPhone: desk.phone,
      deskHours: desk.hours,
    },
  };
}

const LookForm = z.object({
  name: required("The name", 40, LOOK_ERRORS.name).refine(isSeen, { error: LOOK_ERRORS.name }),
  strapline: line.pipe(z.string().max(80)),
  area: required("The area", 60, LOOK_ERRORS.area),
  ...MARK_FIELDS,
  deskName: required("The name of the desk", 60, LOOK_ERRORS.deskName),
  deskPhone: line.refine(isPhone, { error: LOOK_ERRORS.deskPhone }),
  deskHours: required("The hours", 80, LOOK_ERRORS.deskHours),
});

/** Saves the name, the colour and the front desk; a colour that nobody could read is refused with what to do. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const read = readForm(LookForm, await request.formData());
  if (!read.ok) return data(read.sent, { status: 400 });
  const { name, strapline, area, letters, colour, deskName, deskPhone, deskHours } = read.value;
  const result = await setLook(onedoor, brand.id, changing, {
    name,
    strapline,
    area,
    mark: { letters, colour },
    desk: { name: deskName, phone: deskPhone, hours: deskHours },
  });
  if (result.kind === "not-allowed") throw new Response(null, { status: 403 });
  if (result.kind === "faulty") {
    const errors = result.reasons.map((message) => ({ field: "colour", message }));
    return data({ typed: read.typed, errors }, { status: 409 });
  }
  return redirect(paths.manageLook({ done: "1" }), 303);
}

export default function LookPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  const fields = fieldsOf(sent, page.look);
  return (
    <div className="manage-form">
      <ErrorSummary errors={sent?.errors ?? []} />
      <ManageHead at="look" title={LOOK.title} />
      <DoneNote words={page.saved && sent === null ? LOOK.saved : ""} />
      <p>{LOOK.intro}</p>
      <form method="post" action={paths.manageLook()} noValidate>
        <TextField {...fields.text("name")} label={LOOK.name} width={20} autoComplete="off" />
        <TextField {...fields.text("strapline")} label={LOOK.strapline} autoComplete="off" />
        <TextField
          {...fields.text("area")}
          label={LOOK.area}
          hint={LOOK.areaHint}
          width={20}
          autoComplete="off"
        />
        <MarkFields fields={fields} title={LOOK.mark} hint={LOOK.markHint} letters={LOOK.letters} />
        <Group title={LOOK.desk}>
          <TextField {...fields.text("deskName")} label={LOOK.deskName} width={20} autoComplete="off" />
          <TextField
            {...fields.text("deskPhone")}
            label={LOOK.deskPhone}
            width={20}
            inputMode="tel"
            autoComplete="off"
          />
          <TextField {...fields.text("deskHours")} label={LOOK.deskHours} autoComplete="off" />
        </Group>
        <Button type="submit">{LOOK.save}</Button>
      </form>
    </div>
  );
}
