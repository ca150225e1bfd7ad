import { Button } from "nhsuk-react-components";
import { ONE_BOX, TONE_WORDS } from "~/content/box";
import { boxStyleWords } from "~/content/boxes";
import type { BoxStyle } from "~/domain/directory/types";
import { sentence } from "~/domain/shared/in-words";
import { Radios } from "../form/radios";
import { TextField } from "../form/text-fields";
import { Group, SECTION } from "../manage/group";
import { fieldsOf, type SentBack } from "../manage/typed";
import { PageModule } from "../page-module";

const LINES = ["letterhead", "textSender", "caller", "doorSign", "questionsPhone"] as const;

/** Asks how care shows up: whose name, and what stands on each line. It can be looked at before it is saved. */
export function BoxForm({
  action,
  sent,
  styles,
  agreed,
  usual,
  brand,
  partner,
}: {
  readonly action: string;
  readonly sent: SentBack;
  readonly styles: readonly BoxStyle[];
  readonly agreed: string;
  /** What stands on a line that is left empty. */
  readonly usual: Readonly<Record<(typeof LINES)[number], string>>;
  readonly brand: string;
  readonly partner: string;
}) {
  const fields = fieldsOf(sent);
  return (
    <form method="post" action={action} noValidate data-preview="box-preview">
      <Radios
        {...fields.one("style")}
        {...SECTION}
        legend={ONE_BOX.style}
        hint={agreed}
        choices={styles.map((style) => {
          const words = boxStyleWords(style, brand, partner);
          return { value: style, label: sentence(words.strip), hint: words.meaning };
        })}
      />
      <Group title={ONE_BOX.names} hint={ONE_BOX.namesHint}>
        {LINES.map((line) => (
          <TextField
            key={line}
            {...fields.text(line)}
            label={ONE_BOX[line]}
            hint={[line === "textSender" ? `${ONE_BOX.textSenderHint}.` : "", ONE_BOX.usual(usual[line])]
              .filter(Boolean)
              .join(" ")}
            autoComplete="off"
          />
        ))}
      </Group>
      <Radios
        {...fields.one("tone")}
        {...SECTION}
        legend={ONE_BOX.tone}
        hint={ONE_BOX.toneHint}
        choices={Object.entries(TONE_WORDS).map(([value, words]) => ({ value, ...words }))}
      />
      <div className="box-setting__buttons">
        <Button type="submit" formMethod="get" secondary>
          {ONE_BOX.show}
        </Button>
        <Button type="submit">{ONE_BOX.save}</Button>
      </div>
      <p>{ONE_BOX.fromNow}</p>
      <PageModule name="preview" />
    </form>
  );
}
