import { database } from "@/lib/db/client";
import { isDuplicate } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { Currency } from "@/lib/money/currency";

export type NewPromotion = {
  code: string;
  name: string;
  takes: { basisPoints: number } | { amountMinor: number; currency: Currency };
  minimum?: { amountMinor: number; currency: Currency };
  usageLimit?: number;
  perEmailLimit?: number;
  startsAt?: Date;
  endsAt?: Date;
};

const codeForm = /^[\w-]{2,40}$/;

/** @throws DomainError invalid_input; wrong_state when the code is taken */
export async function createPromotion(command: NewPromotion): Promise<{ id: string }> {
  const { name, takes, minimum, ...limits } = command;
  const code = command.code.trim().toUpperCase();
  if (!codeForm.test(code)) {
    throw new DomainError("invalid_input", "A code is 2 to 40 letters, digits, - and _.");
  }
  requireSense(command);
  const db = await database();
  const part =
    "basisPoints" in takes
      ? { kind: "percent" as const, basisPoints: takes.basisPoints }
      : {
          kind: "amount" as const,
          amountMinor: BigInt(takes.amountMinor),
          currency: takes.currency,
        };
  const least = minimum && {
    minimumMinor: BigInt(minimum.amountMinor),
    minimumCurrency: minimum.currency,
  };
  try {
    return await db.promotion.create({
      data: { ...limits, code, name, ...part, ...least },
      select: { id: true },
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new DomainError("wrong_state", "There is a promotion with this code already.", { code });
  }
}

function requireSense({ takes, minimum, usageLimit, perEmailLimit }: NewPromotion): void {
  const whole = (value: number, most: number) =>
    Number.isSafeInteger(value) && value > 0 && value <= most;
  const sound =
    "basisPoints" in takes ? whole(takes.basisPoints, 10_000) : whole(takes.amountMinor, 1e12);
  const limits = [minimum?.amountMinor, usageLimit, perEmailLimit];
  if (sound && limits.every((limit) => limit === undefined || whole(limit, 1e12))) return;
  throw new DomainError("invalid_input", "Amounts and limits are whole numbers above zero.");
}
