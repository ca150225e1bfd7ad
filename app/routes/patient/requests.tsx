import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, Col, Row } from "nhsuk-react-components";
import { z } from "zod";
import { ErrorSummary, errorOf, type FieldError } from "~/components/form/error-summary";
import { DateFields, TextField } from "~/components/form/text-fields";
import { UnfinishedList } from "~/components/request/unfinished-list";
import { NOBODY_TOLD } from "~/content/brand";
import { momentWords } from "~/content/deadlines";
import { requestName, wholeWords } from "~/content/parts";
import { neutralNameOf } from "~/content/sensitive";
import { BASKET, NOT_SENT } from "~/content/unfinished";
import { dateOfBirth } from "~/domain/journeys/date-of-birth";
import { line } from "~/domain/journeys/input";
import { normalReference } from "~/domain/shared/identifiers";
import { localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { discardDraft } from "~/usecases/discard-draft";
import { proveRequest } from "~/usecases/prove-request";
import { type RequestLine, requestsOf } from "~db/queries/requests";
import { askerOf } from "./asking";
import { unfinishedOf } from "./unfinished";

export const meta: MetaFunction = () => [{ title: "My requests" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { onedoor, brand, patient, directory, now, paths } = context;
  const query = new URL(request.url).searchParams;
  const page =
    patient === null
      ? null
      : await requestsOf(onedoor.db.kysely, brand.id, patient.accountId, query.get("after"));
  const nameOf = (serviceId: string) => {
    const service = directory.service(serviceId);
    return service ? neutralNameOf(service) : "A service that is no longer here";
  };
  return {
    unfinished: (await unfinishedOf(context)).map(({ line }) => line),
    reference: normalReference(query.get("reference") ?? "") ?? "",
    mine: page && {
      older: page.nextCursor === null ? null : paths.requests({ after: page.nextCursor }),
      items: page.items.map((each) => ({
        reference: each.reference,
        service: requestName(each.serviceIds.map(nameOf)),
        person: each.personName,
        submitted: momentWords(each.submittedAt, now),
        standing:
          each.parts.length > 1 && brand.kind !== "real"
            ? wholeStanding(each.parts, nameOf)
            : standingOf(
                each.parts,
                (id) => directory.organisation(id)?.name ?? "a partner",
                brand.kind === "real",
              ),
      })),
    },
  };
}

type LinePart = RequestLine["parts"][number];

/** Where a request of several parts is, in one line; whose turn it is comes first when it is the person's own. */
function wholeStanding(parts: readonly LinePart[], nameOf: (serviceId: string) => string): string {
  const yours = parts.some(({ status, owner }) => status === "open" && owner.kind === "patient");
  const whole = wholeWords(
    parts.map(({ status, serviceId }) => ({ status, serviceName: nameOf(serviceId) })),
  );
  return yours ? `Your turn. ${whole}` : whole;
}

/** Where a request is, in one line. */
function standingOf(
  parts: readonly LinePart[],
  nameOf: (organisationId: string) => string,
  real: boolean,
): string {
  const open = parts.find((part) => part.status === "open");
  if (open === undefined)
    return parts.some((part) => part.status === "complete") ? "Your care is complete" : "Closed";
  if (real) return NOBODY_TOLD.lead;
  switch (open.owner.kind) {
    case "partner":
      return `With ${nameOf(open.owner.organisationId)}`;
    case "patient":
      return "Your turn: choose who we ask next";
    case "desk":
      return "With our front desk";
    case "manager":
      return "With our manager";
    default:
      return open.owner satisfies never;
  }
}

const LookUp = z.object({
  reference: line,
  "born-day": line,
  "born-month": line,
  "born-year": line,
});

/** One answer for what is not there and for what is another person's. */
const NO_MATCH: FieldError = {
  field: "reference",
  message: "We cannot find a request with that reference and date of birth. Check both and try again",
};
const TOO_MANY: FieldError = {
  field: "reference",
  message: "You have tried too many times. Wait 15 minutes, or call our front desk",
};

export async function action({ context, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths, now } = context;
  const form = await request.formData();
  const discard = form.get("discard");
  if (typeof discard === "string") {
    const asker = askerOf(context);
    if (asker) await discardDraft(onedoor, brand.id, { ...asker, draftId: discard });
    return redirect(paths.requests(), 303);
  }
  const typed = LookUp.parse(Object.fromEntries(form));
  const errors: FieldError[] = [];
  const reference = normalReference(typed.reference);
  if (reference === undefined)
    errors.push({ field: "reference", message: "Enter the reference of your request, like K7PM-3QXR" });
  const born = dateOfBirth(typed["born-day"], typed["born-month"], typed["born-year"], localDate(now));
  if (!born.ok) errors.push({ field: born.field, message: born.message });
  if (reference === undefined || !born.ok) return data({ typed, errors }, { status: 400 });
  if (!(await context.mayTry("guest-tracking", reference)))
    return data({ typed, errors: [TOO_MANY] }, { status: 429 });
  const visitor = context.ensureVisitor().hash;
  const proof = await proveRequest(onedoor, brand.id, { visitor, reference, bornOn: born.bornOn });
  if (proof.kind === "no-match") return data({ typed, errors: [NO_MATCH] }, { status: 400 });
  return redirect(paths.request(reference), 303);
}

export default function Requests() {
  const { reference, mine, unfinished } = useLoaderData<typeof loader>();
  const { paths, patient } = useFrontDoor();
  const failed = useActionData<typeof action>();
  const errors = failed?.errors ?? [];
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 className="nhsuk-heading-l">{mine === null ? "Track a request" : "My requests"}</h1>
      <UnfinishedList title={NOT_SENT.title} id="not-sent" items={unfinished} action={paths.requests()} />
      {unfinished.length > 0 ? (
        <p>
          <a href={paths.basket()}>{BASKET.see}</a>
        </p>
      ) : null}
      {mine !== null && unfinished.length > 0 ? <h2 className="nhsuk-heading-m">{NOT_SENT.others}</h2> : null}
      {mine === null ? null : <Mine mine={mine} />}
      <Row>
        <Col width="two-thirds">
          <form method="post" action={paths.requests()} noValidate>
            {mine === null ? (
              <p>
                Did you ask without signing in? Type the reference that we gave you. Then type the date of
                birth of the person the care is for.
              </p>
            ) : (
              <h2 className="nhsuk-heading-m">Find a request that you made without signing in</h2>
            )}
            <TextField
              name="reference"
              label="Reference"
              hint="8 letters and numbers, like K7PM-3QXR. You were shown it when you asked."
              width={10}
              error={errorOf(errors, "reference")}
              value={failed?.typed.reference ?? reference}
              autoComplete="off"
            />
            <DateFields
              name="born"
              legend="Date of birth of the person the care is for"
              hint="For example, 27 3 1992"
              error={errorOf(errors, "born-day", "born-month", "born-year")}
              wrong={errors.find(({ field }) => field.startsWith("born-"))?.field}
              values={failed?.typed}
            />
            <Button type="submit">Show where it is</Button>
          </form>
          {patient === null ? (
            <p>
              <a href={paths.signIn("patient", paths.requests())}>Sign in</a> to see everything you asked for
              while you were signed in.
            </p>
          ) : null}
        </Col>
      </Row>
    </>
  );
}

type Mine = NonNullable<Awaited<ReturnType<typeof loader>>["mine"]>;

function Mine({ mine }: { readonly mine: Mine }) {
  const { paths } = useFrontDoor();
  if (mine.items.length === 0) {
    return (
      <div className="empty-note">
        <p>
          You have not asked for anything yet. What you ask for will be here, with where it is and by when you
          will hear. <a href={paths.services()}>Find care</a>
        </p>
      </div>
    );
  }
  return (
    <>
      <ul className="request-list">
        {mine.items.map((each) => (
          <li key={each.reference}>
            <h2 className="nhsuk-heading-s">
              <a href={paths.request(each.reference)}>{each.service}</a>
            </h2>
            <p className="request-list__standing">{each.standing}</p>
            <p className="request-list__small">
              For {each.person}. Reference {each.reference}. Asked on {each.submitted}.
            </p>
          </li>
        ))}
      </ul>
      {mine.older === null ? null : (
        <p>
          <a href={mine.older}>Older requests</a>
        </p>
      )}
    </>
  );
}
