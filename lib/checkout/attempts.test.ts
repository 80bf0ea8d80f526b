import { describe, expect, it } from "vitest";
import { newId, newToken } from "@/lib/ids";
import { useTestDatabase } from "@/lib/testing/database";
import { countRefusal, requireTryLeft } from "./attempts";

useTestDatabase();

const tooMany = expect.objectContaining({ code: "too_many_attempts" });
const payer = () => ({ orderId: newId(), cartRef: newToken(), address: `203.0.113.${newToken()}` });

describe("lesson 53: paying", () => {
  it("waits after ten refusals of one order, and other orders do not", async () => {
    const tester = payer();
    for (let i = 0; i < 10; i += 1) {
      await requireTryLeft(tester);
      await countRefusal(tester);
    }
    await expect(requireTryLeft(tester)).rejects.toThrow(tooMany);
    await expect(requireTryLeft(payer())).resolves.toBeUndefined();
  });

  it.each([
    {
      promise: "one bag",
      refusals: 15,
      of: (tester: ReturnType<typeof payer>) => ({ cartRef: tester.cartRef }),
    },
    {
      promise: "one address",
      refusals: 40,
      of: (tester: ReturnType<typeof payer>) => ({ address: tester.address }),
    },
  ])(
    "waits after $refusals refusals from $promise, however many orders",
    async ({ refusals, of }) => {
      const tester = payer();
      for (let i = 0; i < refusals; i += 1) await countRefusal({ ...payer(), ...of(tester) });
      await expect(requireTryLeft({ ...payer(), ...of(tester) })).rejects.toThrow(tooMany);
    },
  );
});
