import { Button, Select } from "nhsuk-react-components";
import { ORDER_WORDS } from "~/content/offers";
import { OFFER_ORDERS, type OfferOrder } from "~/domain/routing/offer-order";

/**
 * Puts the list in another order. It is sent with GET, within the form of the question: so what is ticked goes along,
 * and comes back ticked.
 */
export const OfferOrderFields = ({ order, note }: { readonly order: OfferOrder; readonly note: string }) => (
  <div className="choose__order">
    <Select id="order" name="order" label="Put them in order" defaultValue={order}>
      {OFFER_ORDERS.map((each) => (
        <Select.Option key={each} value={each}>
          {ORDER_WORDS[each]}
        </Select.Option>
      ))}
    </Select>
    <Button type="submit" secondary small formMethod="get" formNoValidate>
      Sort
    </Button>
    {note ? <p className="choose__order-note">{note}</p> : null}
  </div>
);

/** Sent when somebody presses Enter: without it, the first button on the page would put the list in order. */
export const GoOnByEnter = () => (
  <button type="submit" className="nhsuk-u-visually-hidden" tabIndex={-1} aria-hidden="true">
    Continue
  </button>
);
