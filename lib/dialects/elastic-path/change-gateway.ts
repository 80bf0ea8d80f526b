import type { z } from "zod";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { switchGateway } from "@/lib/payments/operations/switch-gateway";
import { maskedLogin } from "./json/gateway";
import { requirePath } from "./requests/parts";
import { gatewaySlug, gatewaySlugs, type gatewayRequest } from "./requests/gateways";

export async function gatewayPath(params: Promise<{ slug: string }>) {
  const missing = { what: "Gateway", detail: "Gateway not found" };
  return requirePath(gatewaySlug, (await params).slug, missing);
}

type Change = z.infer<typeof gatewayRequest>["data"];

/** @throws DomainError gateway_disabled, gateway_cannot */
export async function changeGateway(slug: z.infer<typeof gatewaySlug>, data: Change) {
  const id = gatewaySlugs[slug];
  if (id === null) throw new DomainError("gateway_disabled", `There is no ${slug} gateway here`);
  const otherAccount =
    data.stripe_account !== undefined && data.stripe_account !== env().connect?.account;
  const otherLogin = data.login !== undefined && !isPresentLogin(data.login);
  if (otherLogin || otherAccount) {
    throw new DomainError(
      "gateway_cannot",
      "Keys and accounts stand in the settings of the store's machine and are not sent over the network",
    );
  }
  if (data.enabled !== undefined) await switchGateway(id, data.enabled);
}

/** Programs write a gateway back as they have read it. */
const isPresentLogin = (login: string) =>
  login === maskedLogin() || login === env().stripe.secretKey;
