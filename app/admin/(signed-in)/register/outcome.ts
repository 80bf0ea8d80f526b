import type { z } from "zod";
import { requireMerchant } from "@/lib/auth/merchant";
import { DomainError } from "@/lib/errors";
import { requireAccount, type RegisterAccount } from "@/lib/register/accounts";
import type { Outcome } from "@/components/admin/register/actions";

type Work<Input, Value> = (
  input: Input,
  till: { account: RegisterAccount; actor: string },
) => Promise<Value>;

/**
 * What each action of the till does: who is signed in, which till, what is asked, one operation, and an
 * answer that the till can show. A bug goes up.
 */
export async function tillAction<Schema extends z.ZodType<{ till: string }>, Value>(
  schema: Schema,
  asked: unknown,
  work: Work<z.output<Schema>, Value>,
): Promise<Outcome<Value>> {
  const { id } = await requireMerchant("/admin/register");
  const parsed = schema.safeParse(asked);
  if (!parsed.success) return { is: "refused", message: "The till asked for something unknown." };
  try {
    const account = await requireAccount({ externalId: parsed.data.till });
    const value = await work(parsed.data, { account, actor: `merchant:${id}` });
    return { is: "done", value };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { is: "refused", message: error.message };
  }
}
