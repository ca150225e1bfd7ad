import { Button } from "nhsuk-react-components";
import { ACCESS_TO, PRIORITY_WORDS, WORDS } from "~/content/manage/services";
import { NEEDS } from "~/content/needs";
import { Checkboxes } from "../form/checkboxes";
import { Radios } from "../form/radios";
import { TextArea, TextField } from "../form/text-fields";
import { SECTION } from "./group";
import { Seen } from "./seen";
import { type Fields, fieldsOf, type SentBack } from "./typed";

/** What may be said in some sentences, with how many lines it usually takes. */
const SENTENCES = [
  ["whatItIs", 4],
  ["whoItIsFor", 3],
  ["notFor", 2],
  ["howLong", 2],
  ["whatToExpect", 4],
  ["whatToBring", 3],
] as const;

/** Asks what a line of the catalogue says and how it is found. `seen` is how it stood when the page was opened. */
export function WordsForm({
  action,
  sent,
  before,
  seen,
}: {
  readonly action: string;
  readonly sent: SentBack | null;
  readonly before: SentBack["typed"];
  readonly seen: string | null;
}) {
  const fields = fieldsOf(sent, before);
  return (
    <form method="post" action={action} noValidate>
      {seen === null ? null : <Seen fields={fields} seen={seen} />}
      <TextField {...fields.text("name")} label={WORDS.name} hint={WORDS.nameHint} autoComplete="off" />
      <TextField {...fields.text("summary")} label={WORDS.summary} autoComplete="off" />
      <Checkboxes
        {...fields.any("needs")}
        legend={WORDS.needs}
        {...SECTION}
        choices={NEEDS.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea {...fields.text("synonyms")} label={WORDS.synonyms} hint={WORDS.synonymsHint} rows={4} />
      {SENTENCES.map(([field, rows]) => (
        <TextArea
          key={field}
          {...fields.text(field)}
          label={WORDS[field]}
          hint={field === "whatItIs" ? WORDS.lineHint : WORDS.emptyHint}
          rows={rows}
        />
      ))}
      <AskedForFields fields={fields} />
      <Checkboxes
        {...fields.any("more")}
        legend={WORDS.more}
        {...SECTION}
        choices={[
          { value: "forCarers", label: WORDS.forCarers },
          { value: "sensitive", label: WORDS.sensitive, hint: WORDS.sensitiveHint },
        ]}
      />
      <Button type="submit">{seen === null ? WORDS.addIt : WORDS.save}</Button>
    </form>
  );
}

/** What it costs, what to do if it gets worse, how soon it is to be, and how people get to it. */
export const AskedForFields = ({ fields }: { readonly fields: Fields }) => (
  <>
    <TextField {...fields.text("cost")} label={WORDS.cost} autoComplete="off" />
    <TextArea {...fields.text("ifWorse")} label={WORDS.ifWorse} rows={2} />
    <Radios
      {...fields.one("priority")}
      legend={WORDS.priority}
      {...SECTION}
      choices={Object.entries(PRIORITY_WORDS).map(([value, label]) => ({ value, label }))}
    />
    <Radios
      {...fields.one("access")}
      legend={WORDS.access}
      {...SECTION}
      choices={Object.entries(ACCESS_TO).map(([value, label]) => ({ value, label }))}
    />
  </>
);
