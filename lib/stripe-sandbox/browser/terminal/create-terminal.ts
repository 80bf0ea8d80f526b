import { cardCommands } from "./card-commands";
import { formCommands } from "./form-commands";
import { paymentCommands } from "./payment-commands";
import { readerCommands } from "./reader-commands";
import { refundCommands } from "./refund-commands";
import { createTill, type TerminalProps } from "./till";

/** `StripeTerminal.create(props)`: a terminal whose only reader lives in this page. */
export function createTerminal(origin: string, props: TerminalProps) {
  if (typeof props?.onFetchConnectionToken !== "function") {
    throw new Error("You must provide onFetchConnectionToken to StripeTerminal.create().");
  }
  const till = createTill(origin, props);
  return {
    ...readerCommands(till),
    ...formCommands(till),
    ...paymentCommands(till),
    ...cardCommands(till),
    ...refundCommands(till),
  };
}
