import type Stripe from "stripe";
import { z } from "zod";
import { invalidRequest } from "../errors";
import { oneOf, text, unsettable, url } from "../params";

/** The look that a store gives the checkout page, and what stands there when it says nothing. */
const colour = () =>
  unsettable(
    text(7).refine((value) => /^#[\da-f]{6}$/i.test(value), {
      message: "must be a hex color such as #4f46e5",
    }),
  ).optional();

const picture = z
  .strictObject({ type: oneOf("file", "url"), url: url().optional(), file: text().optional() })
  .optional();

export const brandingParams = z.strictObject({
  background_color: colour(),
  border_style: unsettable(oneOf("pill", "rectangular", "rounded")).optional(),
  button_color: colour(),
  display_name: text(100).optional(),
  font_family: unsettable(
    text(40).refine((value) => /^[a-z_]+$/.test(value), { message: "unknown font family" }),
  ).optional(),
  icon: picture,
  logo: picture,
});

export function brandingOf(
  given: z.output<typeof brandingParams> | undefined,
  merchant: string,
): { branding_settings?: Stripe.Checkout.Session.BrandingSettings } {
  if (given === undefined) return {};
  return {
    branding_settings: {
      background_color: given.background_color ?? "#ffffff",
      border_style: given.border_style ?? "rounded",
      button_color: given.button_color ?? "#5146e5",
      display_name: given.display_name ?? merchant,
      font_family: given.font_family ?? "default",
      icon: pictureOf(given.icon, "icon"),
      logo: pictureOf(given.logo, "logo"),
    },
  };
}

function pictureOf(given: z.output<typeof picture>, name: string) {
  if (given === undefined) return null;
  if (given.url === undefined) {
    throw invalidRequest("The sandbox keeps no files: give the picture's `url`.", {
      code: "sandbox_unsupported",
      param: `branding_settings[${name}][file]`,
    });
  }
  return { type: "url" as const, url: given.url };
}
