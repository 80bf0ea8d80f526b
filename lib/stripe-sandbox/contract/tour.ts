import type { TestSandbox } from "../testing";
import { accounts, disputes, rest } from "./tour/accounts";
import { catalogue } from "./tour/catalogue";
import type { Recording } from "./tour/common";
import { customers } from "./tour/customers";
import { payments } from "./tour/payments";
import { sessions } from "./tour/sessions";
import { setups } from "./tour/setups";
import { terminal } from "./tour/terminal";

/** Calls every endpoint once and in good order, so that each answers with something. */
export async function tour(sandbox: TestSandbox, recording: Recording): Promise<void> {
  const { stripe } = recording;
  const customer = await customers(recording);
  await catalogue(stripe);
  await payments(sandbox, recording, customer);
  await setups(stripe, customer, recording);
  await sessions(recording, customer);
  await disputes(stripe);
  await terminal(stripe, recording);
  await accounts(stripe);
  await rest(recording);
  await stripe.customers.del(customer.id);
}
