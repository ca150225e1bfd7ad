import { Button } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { DIARY, MOVING } from "~/content/diary";
import { useFrontDoor } from "~/front-door";
import { errorOf, type FieldError } from "../form/error-summary";
import { Select } from "../form/select";
import { DateFields, TextField } from "../form/text-fields";

/** Which times are shown, how many of each kind there are, and the way to others. */
export function DiaryTop({
  heading,
  name,
  offers,
  offer,
  week,
  from,
  organisation,
  done,
  counts,
  ...links
}: {
  readonly heading: string;
  /** Of the one service that is shown; empty for several. */
  readonly name: string;
  readonly offers: readonly { readonly value: string; readonly label: string }[];
  readonly offer: string;
  readonly week: boolean;
  readonly from: string;
  readonly organisation: string;
  readonly done: string;
  readonly counts: string;
  readonly earlier: string;
  readonly later: string;
  readonly now: string;
  readonly setWeek: string | null;
}) {
  const { paths } = useFrontDoor();
  return (
    <>
      {done === "" ? null : (
        <div className="changed-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <form method="get" action={paths.partnerDiary()} className="diary-choose">
        <input type="hidden" name="organisation" value={organisation} />
        <input type="hidden" name={week ? "week" : "day"} value={from} />
        <Select name="offer" label={DIARY.offer} value={offer}>
          {week ? null : <option value="">{DIARY.allServices}</option>}
          {offers.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <Button type="submit" secondary small>
          {DIARY.show}
        </Button>
      </form>
      <h2 className="nhsuk-heading-m diary-heading">{[name, heading].filter(Boolean).join(": ")}</h2>
      <p className="diary-counts">{counts}</p>
      <ul className="diary-links">
        <li>
          <a href={links.earlier}>{week ? DIARY.earlierWeek : DIARY.earlierDay}</a>
        </li>
        <li>
          <a href={links.now}>{week ? DIARY.thisWeek : DIARY.today}</a>
        </li>
        <li>
          <a href={links.later}>{week ? DIARY.laterWeek : DIARY.laterDay}</a>
        </li>
        {week || offer === "" ? null : (
          <li>
            <a href={paths.partnerDiary({ organisation, offer, week: from })}>{DIARY.wholeWeek}</a>
          </li>
        )}
        {links.setWeek === null ? null : (
          <li>
            <a href={links.setWeek}>{DIARY.setWeek}</a>
          </li>
        )}
      </ul>
    </>
  );
}

interface FormProps {
  readonly action: string;
  readonly errors: readonly FieldError[];
  readonly typed: { readonly text: Readonly<Record<string, string>> };
}

/** The diary's times, each with a box: those that are ticked are blocked, or opened again. */
export const KeepTimes = ({
  action,
  errors,
  typed,
  children,
}: FormProps & { readonly children: ReactNode }) => (
  <form method="post" action={action} noValidate id="times" tabIndex={-1}>
    {children}
    <div className="diary-keep">
      <p>{DIARY.ticks}</p>
      <TextField
        name="why"
        label={DIARY.why}
        error={errorOf(errors, "why")}
        value={typed.text.why}
        maxLength={100}
        autoComplete="off"
      />
      <div className="button-row">
        <Button type="submit" name="intent" value="block">
          {DIARY.block}
        </Button>
        <Button type="submit" name="intent" value="open" secondary>
          {DIARY.open}
        </Button>
      </div>
    </div>
  </form>
);

/** Blocks all that is free from one day to another. */
export const BlockDays = ({ action, errors, typed }: FormProps) => (
  <section className="diary-keep" aria-labelledby="block-days">
    <h2 className="nhsuk-heading-m" id="block-days">
      {DIARY.days}
    </h2>
    <p>{DIARY.daysHow}</p>
    <form method="post" action={action} noValidate>
      {(["from", "until"] as const).map((name) => (
        <DateFields
          key={name}
          name={name}
          legend={DIARY[name]}
          {...(name === "until" ? { hint: DIARY.untilHint } : {})}
          error={errorOf(errors, `${name}-day`)}
          values={typed.text}
        />
      ))}
      <TextField
        name="days-why"
        label={DIARY.why}
        error={errorOf(errors, "days-why")}
        value={typed.text["days-why"]}
        maxLength={100}
        autoComplete="off"
      />
      <Button type="submit" name="intent" value="block-days" secondary>
        {DIARY.blockDays}
      </Button>
    </form>
  </section>
);

/** The diary's times, each of which can be given to somebody; the form is that of their request. */
export function GiveTime({
  moving,
  children,
}: {
  readonly moving:
    | { readonly kind: "cannot"; readonly href: string }
    | {
        readonly kind: "moves";
        readonly href: string;
        readonly person: string;
        readonly time: string;
        readonly sent: Readonly<Record<string, string | number>>;
      };
  readonly children: ReactNode;
}) {
  if (moving.kind === "cannot")
    return (
      <div className="changed-note">
        <p>
          <a href={moving.href}>{MOVING.cannot}</a>
        </p>
      </div>
    );
  return (
    <form method="post" action={moving.href}>
      <div className="changed-note">
        <p>
          <strong>{MOVING.lead(moving.person, moving.time)}</strong> {MOVING.how}{" "}
          <a href={moving.href}>{MOVING.stop}</a>
        </p>
      </div>
      {Object.entries(moving.sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
