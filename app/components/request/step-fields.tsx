import type { Mode } from "~/domain/directory/types";
import type { AgeBand, JourneyFacts, StepId, StepInput } from "~/domain/journeys/draft-answers";
import type { SummaryLine } from "~/domain/journeys/step";
import type { Question, RedFlagSet } from "~/domain/journeys/types";
import type { FieldError } from "../form/error-summary";
import { AdjustmentFields } from "./adjustment-fields";
import { CheckFields, type CheckView } from "./check-fields";
import { ChooseFields, type WhoCanBeAsked } from "./choose-fields";
import { ContactFields } from "./contact-fields";
import type { FromLoginView } from "./from-login";
import { AboutFields, WhoFields } from "./person-fields";
import { PlaceFields } from "./place-fields";
import { PreferenceFields } from "./preference-fields";
import { AgreementFields, RelationFields, ShareFields } from "./proxy-fields";
import { QuestionFields } from "./question-fields";
import { RedFlagFields } from "./red-flag-fields";
import { TimeFields, type TimesView } from "./time-fields";

/** What one question's page is drawn from. The parts that only one step has are set for that step only. */
export interface StepView {
  readonly step: { readonly id: StepId; readonly title: string; readonly question: Question | null };
  readonly forAnother: boolean;
  /** What a proved identity answers of this step. */
  readonly login?: FromLoginView | null;
  /** How old the person is who is asked for, on the steps that depend on it. */
  readonly band?: AgeBand | null;
  readonly flags: Pick<RedFlagSet, "items" | "notice"> | null;
  readonly practices: JourneyFacts["practices"];
  readonly modes: readonly Mode[];
  readonly who: WhoCanBeAsked | null;
  readonly times: TimesView | null;
  readonly check: CheckView | null;
}

interface StepFieldsProps {
  readonly view: StepView;
  readonly typed: StepInput;
  readonly errors: readonly FieldError[];
  readonly hrefOf: (step: SummaryLine["step"]) => string;
}

/** The fields of one step. */
export function StepFields({ view, typed, errors, hrefOf }: StepFieldsProps) {
  const { step } = view;
  const fields = { typed, errors };
  if (step.question) return <QuestionFields question={step.question} {...fields} />;
  switch (step.id) {
    case "red-flags":
      return view.flags && <RedFlagFields title={step.title} flags={view.flags} {...fields} />;
    case "who":
      return <WhoFields title={step.title} {...fields} />;
    case "about":
      return <AboutFields login={view.login ?? null} forAnother={view.forAnother} {...fields} />;
    case "relation":
      return <RelationFields title={step.title} band={view.band ?? "grown"} {...fields} />;
    case "agreement":
      return <AgreementFields title={step.title} band={view.band ?? "grown"} {...fields} />;
    case "share":
      return <ShareFields title={step.title} {...fields} />;
    case "place":
      return <PlaceFields practices={view.practices} login={view.login ?? null} {...fields} />;
    case "preferences":
      return <PreferenceFields modes={view.modes} forAnother={view.forAnother} {...fields} />;
    case "adjustments":
      return <AdjustmentFields title={step.title} {...fields} />;
    case "choose":
      return view.who && <ChooseFields who={view.who} title={step.title} {...fields} />;
    case "time":
      return view.times && <TimeFields title={step.title} {...view.times} {...fields} />;
    case "contact":
      return <ContactFields forAnother={view.forAnother} {...fields} />;
    case "check":
      return view.check && <CheckFields {...view.check} hrefOf={hrefOf} {...fields} />;
    default:
      return null;
  }
}

/** Steps with several fields have a heading over them; the others are headed by their question. */
const HEADED: ReadonlySet<StepId> = new Set(["about", "place", "preferences", "contact", "check"]);

export const stepHeading = ({ step }: StepView): string | undefined =>
  HEADED.has(step.id) ? step.title : undefined;

/** What the one button says. */
export function stepButton({ step, who }: StepView): string {
  if (step.id === "check") return "Send my request";
  if (who?.outcome === "referral") return "Ask my practice";
  if (who?.outcome === "none") return "Ask the front desk";
  return "Continue";
}
