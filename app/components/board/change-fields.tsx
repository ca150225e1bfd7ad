import { POINT_WORDS } from "~/content/board/points";
import { ADD_CHANGE, AGE_WORDS, PRIORITY_NAMES } from "~/content/board/what-if";
import { KIND_WORDS } from "~/content/manage/partners";
import { ORGANISATION_KINDS } from "~/domain/directory/kinds";
import { AGE_BANDS } from "~/domain/flow/fact";
import { dateInWords } from "~/domain/shared/in-words";
import type { PlainDate } from "~/domain/shared/time";
import { type ChangeKind, POINT_REASONS } from "~/domain/simulation/changes";
import { Checkboxes } from "../form/checkboxes";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { DateFields, TextField } from "../form/text-fields";
import type { Fields } from "../manage/typed";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the fields of a change choose from. */
export interface ChangeChoices {
  readonly partners: readonly Named[];
  readonly services: readonly Named[];
  readonly offers: readonly (Named & { readonly of: string })[];
  readonly points: Readonly<Record<(typeof POINT_REASONS)[number], number>>;
  readonly days: { readonly from: PlainDate; readonly until: PlainDate };
}

interface FieldsOf {
  readonly kind: ChangeKind;
  readonly fields: Fields;
  readonly choices: ChangeChoices;
}

/** The fields that say one kind of change. */
export function ChangeFields({ kind, fields, choices }: FieldsOf) {
  const { partners, services, offers, points, days } = choices;
  const daysHint = ADD_CHANGE.daysHint(dateInWords(days.from), dateInWords(days.until));
  const partner = (
    <OneOf
      {...fields.text("organisation")}
      label={ADD_CHANGE.partner}
      named={partners}
      empty={ADD_CHANGE.choose}
    />
  );
  const service = (
    <OneOf
      {...fields.text("service")}
      label={ADD_CHANGE.service}
      named={services}
      empty={ADD_CHANGE.choose}
    />
  );
  const places = (
    <TextField {...fields.text("places")} label={ADD_CHANGE.places} width={4} inputMode="numeric" />
  );
  const percent = (
    <TextField
      {...fields.text("percent")}
      label={ADD_CHANGE.percent}
      hint={ADD_CHANGE.percentHint}
      width={4}
      inputMode="text"
    />
  );
  const postcode = (
    <TextField {...fields.text("postcode")} label={ADD_CHANGE.postcode} width={10} autoComplete="off" />
  );
  const several = (legend: string) => (
    <Checkboxes
      {...fields.any("services")}
      legend={legend}
      choices={services.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
  switch (kind) {
    case "leave":
      return partner;
    case "suspend":
      return (
        <>
          {partner}
          <DateFields {...fields.date("from")} legend={ADD_CHANGE.firstDay} hint={daysHint} />
          <TextField {...fields.text("weeks")} label={ADD_CHANGE.weeks} width={2} inputMode="numeric" />
        </>
      );
    case "join":
      return (
        <>
          <TextField {...fields.text("name")} label={ADD_CHANGE.partnerName} autoComplete="off" />
          <Radios
            {...fields.one("organisationKind")}
            legend={ADD_CHANGE.partnerKind}
            choices={ORGANISATION_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
            small
          />
          {postcode}
          <TextField {...fields.text("places")} label={ADD_CHANGE.placesEach} width={4} inputMode="numeric" />
          {several(ADD_CHANGE.services)}
        </>
      );
    case "pop-up":
      return (
        <>
          {partner}
          {service}
          {postcode}
          <DateFields {...fields.date("from")} legend={ADD_CHANGE.firstDay} hint={daysHint} />
          <DateFields {...fields.date("until")} legend={ADD_CHANGE.lastDay} />
          {places}
        </>
      );
    case "start":
      return (
        <>
          {partner}
          {service}
          {places}
        </>
      );
    case "move":
      return (
        <>
          <OneOf
            {...fields.text("from")}
            label={ADD_CHANGE.from}
            named={partners}
            empty={ADD_CHANGE.choose}
          />
          <OneOf {...fields.text("to")} label={ADD_CHANGE.to} named={partners} empty={ADD_CHANGE.choose} />
          {several(ADD_CHANGE.moveServices)}
        </>
      );
    case "capacity":
      return (
        <>
          {partner}
          <Select {...fields.text("offer")} label={ADD_CHANGE.offer} value={fields.text("offer").value}>
            <option value="">{ADD_CHANGE.allOffers}</option>
            {partners.map(({ id, name }) => {
              const own = offers.filter(({ of }) => of === id);
              return own.length === 0 ? null : (
                <optgroup key={id} label={name}>
                  {own.map((offer) => (
                    <option key={offer.id} value={offer.id}>
                      {offer.name}
                    </option>
                  ))}
                </optgroup>
              );
            })}
          </Select>
          {percent}
        </>
      );
    case "demand":
      return (
        <>
          <OneOf
            {...fields.text("service")}
            label={ADD_CHANGE.service}
            named={services}
            empty={ADD_CHANGE.allServices}
          />
          {percent}
        </>
      );
    case "population":
      return (
        <>
          <TextField
            {...fields.text("outcode")}
            label={ADD_CHANGE.outcode}
            hint={ADD_CHANGE.outcodeHint}
            width={4}
            autoComplete="off"
          />
          <Radios
            {...fields.one("age")}
            legend={ADD_CHANGE.age}
            choices={[
              { value: "", label: ADD_CHANGE.everybody },
              ...AGE_BANDS.map((value) => ({ value, label: AGE_WORDS[value] })),
            ]}
            small
          />
          {percent}
        </>
      );
    case "deadline":
      return (
        <Radios
          {...fields.one("priority")}
          legend={ADD_CHANGE.priority}
          choices={Object.entries(PRIORITY_NAMES).map(([value, label]) => ({ value, label }))}
        />
      );
    case "weights":
      return (
        <>
          {POINT_REASONS.map((reason) => (
            <TextField
              key={reason}
              {...fields.text(reason)}
              label={POINT_WORDS[reason]}
              hint={ADD_CHANGE.pointsHint(String(points[reason]))}
              width={4}
              inputMode="numeric"
            />
          ))}
        </>
      );
    case "service":
      return (
        <>
          {service}
          <Radios
            {...fields.one("becomes")}
            legend={ADD_CHANGE.becomes}
            choices={[
              { value: "open", label: ADD_CHANGE.opens },
              { value: "closed", label: ADD_CHANGE.closes },
            ]}
          />
        </>
      );
    default:
      return kind satisfies never;
  }
}

/** One of some named things, or the empty choice. */
const OneOf = ({
  name,
  label,
  value,
  error,
  named,
  empty,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly named: readonly Named[];
  readonly empty: string;
}) => (
  <Select name={name} label={label} value={value ?? ""} error={error}>
    <option value="">{empty}</option>
    {named.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </Select>
);
