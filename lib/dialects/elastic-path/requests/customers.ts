import { z } from "zod";
import { longestPassword, shortestPassword } from "@/lib/auth/password-rules";
import type { ClientAddress } from "@/lib/orders/client-address";
import { invalidBody } from "../invalid-body";
import { addressJson, howToDeliver } from "../json/address";
import { address, addressFields, addressOf } from "./orders";
import { text } from "./parts";

const name = text(200).min(1);
const email = z.email().max(200);
const password = z.string().min(shortestPassword).max(longestPassword);

const ignored = { id: z.string().optional(), type: z.literal("customer").optional() };

export const customerRequest = z.strictObject({
  data: z.strictObject({ ...ignored, name, email, password }),
});

export const changeCustomerRequest = z.strictObject({
  data: z.strictObject({
    ...ignored,
    name: name.optional(),
    email: email.optional(),
    password: password.optional(),
  }),
});

/** Signing in through others ("oidc") is not there. */
export const customerTokenRequest = z.strictObject({
  data: z.strictObject({
    type: z.literal("token").optional(),
    authentication_mechanism: z.literal("password").default("password"),
    email,
    password: z.string().min(1).max(longestPassword),
  }),
});

const customerReference = z.strictObject({ type: z.literal("customer"), id: text(64).min(1) });

/** One client sends a list, and a list of one is written as the one. */
export const cartCustomersRequest = z.strictObject({
  data: z.union([customerReference, z.array(customerReference).min(1).max(20)]),
});

export const customerIdsOf = ({ data }: z.infer<typeof cartCustomersRequest>): string[] =>
  [data].flat().map(({ id }) => id);

export const customerAddressRequest = z.strictObject({ data: address });

/** What is left out stays as it is. */
export const changeAddressRequest = z.strictObject({ data: addressFields.partial() });

/** `label` is what its owner calls it: "Home". */
export type KeptAddress = ClientAddress & { label: string };

export function keptAddress(data: z.infer<typeof address>): KeptAddress {
  return { ...addressOf(data), label: data.name ?? "" };
}

type AddressChange = z.infer<typeof changeAddressRequest>["data"];

/** @throws RequestError 400 where what was kept and what is said do not make an address together */
export function changedAddress(before: KeptAddress, change: AddressChange): KeptAddress {
  const known = { ...addressJson(before), ...howToDeliver(before), name: before.label };
  const parsed = address.safeParse({ ...known, ...change }, { reportInput: true });
  if (!parsed.success) throw invalidBody(parsed.error);
  return keptAddress(parsed.data);
}
