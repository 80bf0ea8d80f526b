import { env } from "@/lib/env";
import type { ShopperToken } from "@/lib/shoppers/operations/sign-in";
import type { CustomerAddress, CustomerRow } from "../queries/customers";
import { addressJson, howToDeliver } from "./address";
import { timestampsJson } from "./money";

const customerUrl = (id: string) => `${env().storeUrl}/v2/customers/${id}`;

/** That there is a password is all that is said of it. */
export function customerJson(customer: CustomerRow) {
  const { id, name, email } = customer;
  return {
    type: "customer",
    id,
    name,
    email,
    password: true,
    links: { self: customerUrl(id) },
    meta: { timestamps: timestampsJson(customer) },
  };
}

/** `expires` in Unix seconds, as for the other tokens. */
export function customerTokenJson({ token, shopperId, expiresAt }: ShopperToken) {
  return {
    type: "token",
    id: shopperId,
    customer_id: shopperId,
    token,
    expires: Math.floor(expiresAt.getTime() / 1000),
  };
}

export function customerAddressJson(customerId: string, address: CustomerAddress) {
  const { id, kept } = address;
  return {
    type: "address",
    id,
    name: kept.label,
    ...addressJson(kept),
    ...howToDeliver(kept),
    links: { self: `${customerUrl(customerId)}/addresses/${id}` },
    relationships: { customer: { data: { type: "customer", id: customerId } } },
    meta: { timestamps: timestampsJson(address) },
  };
}

export const customerReferences = (ids: string[]) => ids.map((id) => ({ type: "customer", id }));
