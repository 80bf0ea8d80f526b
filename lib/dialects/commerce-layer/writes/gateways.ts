import { z } from "zod";
import { switchGateway } from "@/lib/payments/operations/switch-gateway";
import { invalid, notFound } from "../errors";
import { write } from "../protocol/resource";
import { none, text, trigger } from "./parts";

const gatewayId = z.enum(["stripe", "stripe_connect", "manual"]);

/** Keys stand in the settings of the store's machine, and never come over the network. */
export const createGateway = write(
  z.object({
    attributes: z.looseObject({ name: text(200).nullish() }),
    relationships: z.looseObject({}),
  }),
  () => {
    const message = "The store's gateways are those of its settings: none can be added here";
    return Promise.reject(invalid("base", message, "not_supported"));
  },
);

/** As a merchant does it on the payments page. @throws DomainError gateway_disabled when it has no keys */
export const updateGateway = write(
  z.object({
    attributes: z.strictObject({ _disable: trigger, _enable: trigger }),
    relationships: none,
  }),
  async ({ id, data: { attributes } }) => {
    const gateway = gatewayId.safeParse(id);
    if (!gateway.success) throw notFound();
    if (attributes._disable) await switchGateway(gateway.data, false);
    if (attributes._enable) await switchGateway(gateway.data, true);
    return id;
  },
);
