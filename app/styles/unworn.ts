/**
 * What nhsuk-frontend has styles for and no page wears, each a class or the beginning of some (`…*`). The build leaves
 * them out, for whoever waits on a slow line; `faultsOf` finds a page that wears one after all.
 */
export const UNWORN: readonly string[] = [
  "nhsuk-back-link--*",
  "nhsuk-body*",
  "nhsuk-button--brand",
  "nhsuk-button--icon",
  "nhsuk-button--login",
  "nhsuk-button--reverse",
  "nhsuk-button--secondary-solid",
  "nhsuk-button-group*",
  "nhsuk-button__*",
  "nhsuk-caption",
  "nhsuk-caption--*",
  "nhsuk-caption-m",
  "nhsuk-caption-x*",
  "nhsuk-card*",
  "nhsuk-checkboxes--inline",
  "nhsuk-checkboxes__conditional*",
  "nhsuk-details--*",
  "nhsuk-error-summary__heading",
  "nhsuk-expander*",
  "nhsuk-fieldset__legend--xl",
  "nhsuk-form-group--inline",
  "nhsuk-frontend-supported",
  "nhsuk-grid-column-f*",
  "nhsuk-grid-column-o*",
  "nhsuk-grid-column-three*",
  "nhsuk-heading-xxs",
  "nhsuk-icon*",
  "nhsuk-input--code",
  "nhsuk-input--large",
  "nhsuk-input-wrapper*",
  "nhsuk-input__*",
  "nhsuk-label--xl",
  "nhsuk-lede-text--*",
  "nhsuk-link--*",
  "nhsuk-link-image",
  "nhsuk-list--cross",
  "nhsuk-list--tick",
  "nhsuk-main-wrapper--*",
  "nhsuk-panel--*",
  "nhsuk-panel__heading*",
  "nhsuk-panel__title--*",
  "nhsuk-radios--inline",
  "nhsuk-radios__conditional*",
  "nhsuk-summary-list--no-last-row-border",
  "nhsuk-summary-list__row--no-border",
  "nhsuk-u-frontend-not-supported-hidden",
  "nhsuk-u-secondary-text-colour",
  "nhsuk-u-text-break-word",
  "nhsuk-u-visually-hidden-focusable",
  "nhsuk-width-container-fluid",
];

/** The class of a selector, or of an element, that no page wears; undefined when there is none. */
export const unwornIn = (classes: Iterable<string>): string | undefined => {
  for (const each of classes) if (isUnworn(each)) return each;
  return undefined;
};

const isUnworn = (name: string): boolean =>
  UNWORN.some((known) => (known.endsWith("*") ? name.startsWith(known.slice(0, -1)) : name === known));
