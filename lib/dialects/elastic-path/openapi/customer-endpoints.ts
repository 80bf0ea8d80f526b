import {
  changeAddressRequest,
  changeCustomerRequest,
  customerAddressRequest,
  customerRequest,
  customerTokenRequest,
} from "../requests/customers";
import type { Endpoint } from "./endpoint";
import * as answers from "./customer-responses";
import { all, listed, one } from "./response-parts";

const customer = "/v2/customers/{customerId}";
const address = `${customer}/addresses/{addressId}`;
const customerAnswer = one(answers.customerSchema);
const addressAnswer = one(answers.customerAddressSchema);

// prettier-ignore
export const customerEndpoints: Endpoint[] = [
  { method: "GET", path: "/v2/customers", summary: "Customers, filtered, sorted and in pages; a customer sees one", rights: "customer", query: "list", status: 200, answer: listed(answers.customerSchema) },
  { method: "POST", path: "/v2/customers", summary: "An account, whose owner gets a letter to confirm the address", rights: "shopper", body: { schema: customerRequest }, status: 201, answer: customerAnswer },
  { method: "POST", path: "/v2/customers/tokens", summary: "A customer's token for a day, for their address and password", rights: "shopper", body: { schema: customerTokenRequest }, status: 200, answer: one(answers.customerTokenSchema) },
  { method: "GET", path: customer, summary: "One customer", rights: "customer", status: 200, answer: customerAnswer },
  { method: "PUT", path: customer, summary: "Another name, address or password; a new password ends the other tokens", rights: "customer", body: { schema: changeCustomerRequest }, status: 200, answer: customerAnswer },
  { method: "DELETE", path: customer, summary: "Closes an account; its orders stay", rights: "customer", status: 204 },
  { method: "GET", path: `${customer}/addresses`, summary: "The addresses that a customer keeps", rights: "customer", status: 200, answer: all(answers.customerAddressSchema) },
  { method: "POST", path: `${customer}/addresses`, summary: "Keeps an address", rights: "customer", body: { schema: customerAddressRequest }, status: 201, answer: addressAnswer },
  { method: "GET", path: address, summary: "One address", rights: "customer", status: 200, answer: addressAnswer },
  { method: "PUT", path: address, summary: "Changes an address; what is left out stays", rights: "customer", body: { schema: changeAddressRequest }, status: 200, answer: addressAnswer },
  { method: "DELETE", path: address, summary: "Forgets an address", rights: "customer", status: 204 },
];
