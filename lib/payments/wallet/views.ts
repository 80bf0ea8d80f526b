import type { SavedCard as Row } from "@/lib/db/generated/client";
import { redisplays, type Redisplay } from "@/lib/payments/gateways/wallet";

/** A card that a gateway keeps, as people see it. Never more of its number than the last four digits. */
export type SavedCard = {
  id: string;
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  isDefault: boolean;
  /** `pm_…` */
  paymentMethodRef: string;
  allowRedisplay: Redisplay;
  consent: string | null;
  consentAt: Date | null;
  createdAt: Date;
};

export function savedCard(row: Row): SavedCard {
  const { id, brand, last4, expMonth, expYear, isDefault, consent, consentAt, createdAt } = row;
  const allowRedisplay = redisplays.find((word) => word === row.allowRedisplay) ?? "unspecified";
  const facts = { consent, consentAt, createdAt, allowRedisplay };
  return {
    id,
    brand,
    last4,
    expMonth,
    expYear,
    isDefault,
    paymentMethodRef: row.gatewayRef,
    ...facts,
  };
}
