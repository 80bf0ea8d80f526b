import { z } from "zod";
import { disableGiftCard, enableGiftCard, issueGiftCard } from "@/lib/gift-cards/issue";
import { shopCurrencies } from "@/lib/money/currency";
import { invalid } from "../errors";
import { write } from "../protocol/resource";
import { maybeTo, none, trigger } from "./parts";

const one = z.literal(false).nullish();

/** It is for sale, active and worth its amount at once; its whole code is in this answer and in no other. */
export const createGiftCard = write(
  z.object({
    attributes: z.strictObject({
      balance_cents: z.int().positive().max(99_999_999),
      currency_code: z.enum(shopCurrencies).nullish(),
      expires_at: z.iso.datetime({ offset: true }).nullish(),
      // This store does each of these in one way only.
      single_use: one,
      rechargeable: one,
      distribute_discount: one,
    }),
    relationships: z.strictObject({ market: maybeTo("markets") }),
  }),
  async ({ caller, data: { attributes, relationships } }) => {
    const { balance_cents: amountMinor, expires_at: expiresAt } = attributes;
    const named = attributes.currency_code ?? relationships.market?.toUpperCase();
    const currency = z.enum(shopCurrencies).safeParse(named);
    if (!currency.success) throw invalid("currency_code", "can't be blank", "blank");
    const { id, code } = await issueGiftCard({
      amountMinor,
      currency: currency.data,
      actor: caller.actor,
      ...(expiresAt && { expiresAt: new Date(expiresAt) }),
    });
    return { id, shownOnce: { code } };
  },
);

export const updateGiftCard = write(
  z.object({
    attributes: z.strictObject({ _purchase: trigger, _activate: trigger, _deactivate: trigger }),
    relationships: none,
  }),
  async ({ id, data: { attributes } }) => {
    if (attributes._deactivate) await disableGiftCard({ id });
    if (attributes._activate) await enableGiftCard({ id });
    return id;
  },
);
