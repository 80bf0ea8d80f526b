import { z } from "zod";
import { isConfigured } from "@/lib/payments/gateways/registry";
import { readGatewaySettings, saveGatewaySettings } from "@/lib/payments/store/gateway-settings";
import { methodTypes, storeSettingsSchema } from "@/lib/store-settings/schema";
import { readStoreSettings, saveStoreSettings } from "@/lib/store-settings/store-settings";

/** When money moves: at once, when a merchant says so, or when the order's goods are confirmed. */
export const captures = ["at_once", "later", "stock_confirmed"] as const;
export type Capture = (typeof captures)[number];

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
const { branding, texts } = storeSettingsSchema.shape;
const brandingFields = branding.unwrap().shape;
const textFields = texts.unwrap().shape;

/** An empty list means everything that the account offers; a list is never without cards. */
const methods = z
  .union([z.enum(methodTypes).array(), z.enum(methodTypes).transform((one) => [one])])
  .optional()
  .transform((list = []) => list);

export const checkoutSettingsForm = z
  .object({
    way: storeSettingsSchema.shape.way,
    allMethods: ticked,
    methods,
    capture: z.enum(captures),
    severalCaptures: ticked,
    syncCatalog: ticked,
  })
  .refine(({ allMethods, methods: list }) => allMethods || list.length > 0, {
    path: ["methods"],
    message: "Choose at least one way to pay, or offer everything.",
  });

export const lookSettingsForm = z.object({ ...brandingFields, ...textFields });

export const gatewaySettingsForm = z.object({
  manual: ticked,
  stripe: ticked,
  stripe_connect: ticked,
  feePercent: z.coerce
    .number("Please enter a number.")
    .min(0, "It cannot be less than none.")
    .max(100, "It cannot be more than all.")
    .transform((percent) => Math.round(percent * 100)),
});

/** What the settings pages show. */
export async function findSettings() {
  const [store, gateways] = await Promise.all([readStoreSettings(), readGatewaySettings()]);
  const { checkoutMethod, captureWhen } = gateways.stripe;
  const capture: Capture =
    checkoutMethod === "purchase"
      ? "at_once"
      : captureWhen === "merchant"
        ? "later"
        : "stock_confirmed";
  return {
    store,
    capture,
    gateways,
    canConnect: isConfigured("stripe_connect"),
  };
}

export async function saveCheckoutSettings(
  input: z.output<typeof checkoutSettingsForm>,
): Promise<void> {
  const { way, allMethods, methods: list, capture, severalCaptures, syncCatalog } = input;
  const [store, gateways] = await Promise.all([readStoreSettings(), readGatewaySettings()]);
  await saveStoreSettings({ ...store, way, methods: allMethods ? [] : list, syncCatalog });
  const checkoutMethod = capture === "at_once" ? "purchase" : "authorize";
  const captureWhen = capture === "stock_confirmed" ? "stock_confirmed" : "merchant";
  const stripe = { ...gateways.stripe, checkoutMethod, captureWhen, severalCaptures } as const;
  await saveGatewaySettings({ ...gateways, stripe });
}

export async function saveLookSettings(input: z.output<typeof lookSettingsForm>): Promise<void> {
  const { submit, afterSubmit, shippingAddress, ...look } = input;
  const store = await readStoreSettings();
  await saveStoreSettings({
    ...store,
    branding: look,
    texts: { submit, afterSubmit, shippingAddress },
  });
}

export async function saveGatewaySwitches(
  input: z.output<typeof gatewaySettingsForm>,
): Promise<void> {
  const { manual, stripe, stripe_connect: connect, feePercent } = input;
  const before = await readGatewaySettings();
  await saveGatewaySettings({
    ...before,
    manual: { ...before.manual, enabled: manual },
    stripe: { ...before.stripe, enabled: stripe },
    stripe_connect: {
      ...before.stripe_connect,
      enabled: connect,
      applicationFeeBasisPoints: feePercent,
    },
  });
}
