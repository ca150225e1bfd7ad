import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BoardHead } from "~/components/board/board-head";
import { BrandsCompared } from "~/components/board/brands-compared";
import { ReplicateForm } from "~/components/board/replicate-form";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary } from "~/components/form/error-summary";
import { fieldsOf } from "~/components/manage/typed";
import { REPLICATE, REPLICATE_ERRORS } from "~/content/board/replicate";
import { isSeen, line, required, ticked } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { replicateBrand } from "~/usecases/replicate-brand";
import { MARK_FIELDS } from "../manage/partner-form";
import { notFound } from "../partner/partner-access";
import { readForm } from "../read-form";
import { inBoardRoom } from "./board-access";
import { brandLines, brandsBeside, peopleIn, sharedLines } from "./brands-beside";
import { membersNow } from "./partners-of";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: REPLICATE.title }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { seats } = inBoardRoom(context, request);
  const { brand } = context;
  const beside = await brandsBeside(context);
  const lines = brandLines(beside);
  const made = lines.find(({ id }) => id === new URL(request.url).searchParams.get("made"));
  return {
    lines,
    shared: sharedLines(beside),
    together: peopleIn(beside),
    made: made === undefined ? null : { name: made.name, href: made.href },
    mayMake: seats.some(({ organisationId }) => organisationId === null),
    members: membersNow(context).map(({ organisation: { id, name }, lead }) => ({
      value: id,
      label: name,
      ...(lead === null ? {} : { hint: REPLICATE.ledBy(lead.name) }),
    })),
    policies: beside.map((sister) => ({
      id: sister.brand.id,
      name: REPLICATE.policyHere(sister.brand.name),
    })),
    here: { id: brand.id, mark: brand.mark },
  };
}

const Asked = z.object({
  name: required("The name", 40, REPLICATE_ERRORS.name).refine(isSeen, { error: REPLICATE_ERRORS.name }),
  area: required("The area", 60, REPLICATE_ERRORS.area).refine(isSeen, { error: REPLICATE_ERRORS.area }),
  id: line.refine((text) => /^[a-z][a-z0-9-]{0,39}$/.test(text), { error: REPLICATE_ERRORS.id }),
  ...MARK_FIELDS,
  members: ticked.refine((chosen) => chosen.length > 0, { error: REPLICATE_ERRORS.members }),
  policyOf: required("The rules", 64, REPLICATE_ERRORS.policy),
});

/** Makes the next town's front door; what cannot be is sent back with why. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { accountId, name: who } = inBoardRoom(context, request);
  const { onedoor, brand, paths } = context;
  if (brand.kind !== "demo") throw notFound();
  const read = readForm(Asked, await request.formData());
  if (!read.ok) return data(read.sent, { status: 400 });
  const { letters, colour, area, ...town } = read.value;
  const missing = membersNow(context).flatMap(({ organisation, leads }) =>
    !town.members.includes(organisation.id) && leads.some(({ id }) => town.members.includes(id))
      ? [organisation.name]
      : [],
  );
  if (missing.length > 0) {
    const errors = [{ field: "members", message: REPLICATE_ERRORS.lead(missing) }];
    return data({ typed: read.typed, errors }, { status: 400 });
  }
  const result = await replicateBrand(
    onedoor,
    brand.id,
    { kind: "board", accountId, name: who },
    { ...town, area, strapline: REPLICATE.strapline(area), mark: { letters, colour } },
  );
  switch (result.kind) {
    case "copied":
      return redirect(paths.boardReplicate({ made: result.brandId }), 303);
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "not-a-demo":
      throw notFound();
    case "name-taken": {
      const errors = [{ field: "name", message: REPLICATE_ERRORS.nameTaken }];
      return data({ typed: read.typed, errors }, { status: 409 });
    }
    case "refused": {
      const errors = result.reasons.map((message) => ({ field: "id", message }));
      return data({ typed: read.typed, errors }, { status: 409 });
    }
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

export default function Replicate() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { brand, paths } = useFrontDoor();
  const fields = fieldsOf(sent, {
    ...page.here.mark,
    members: page.members.map(({ value }) => value),
    policyOf: page.here.id,
  });
  return (
    <>
      <ErrorSummary errors={sent?.errors ?? []} />
      <BoardHead at="replicate" title={REPLICATE.title} />
      <DoneNote words={page.made === null ? "" : REPLICATE.done(page.made.name)} />
      {page.made === null ? null : (
        <p>
          <a href={page.made.href}>{REPLICATE.open(page.made.name)}</a>
        </p>
      )}
      <p>{REPLICATE.intro}</p>
      <section aria-labelledby="beside">
        <h2 className="nhsuk-heading-m" id="beside">
          {REPLICATE.beside}
        </h2>
        {page.lines.length < 2 ? <p>{REPLICATE.alone(brand.name)}</p> : null}
        {page.shared.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <BrandsCompared lines={page.lines} together={page.together} />
        <p className="nhsuk-hint">{REPLICATE.fewHint}</p>
        <p className="no-print">
          <a href={paths.boardReplicateCsv()}>{REPLICATE.file}</a>
        </p>
      </section>
      <section aria-labelledby="make" className="no-print">
        <h2 className="nhsuk-heading-m" id="make">
          {REPLICATE.make}
        </h2>
        {page.mayMake ? (
          <>
            <p>{REPLICATE.makeIntro}</p>
            <ReplicateForm
              action={paths.boardReplicate()}
              fields={fields}
              members={page.members}
              policies={page.policies}
            />
          </>
        ) : (
          <p>{REPLICATE.notYours}</p>
        )}
      </section>
    </>
  );
}
