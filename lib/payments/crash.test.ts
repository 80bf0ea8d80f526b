import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { releaseExpired } from "@/lib/payments/operations/release-expired";
import { processEvents } from "@/lib/payments/webhooks/process";
import { crashOperations, type CrashTarget } from "@/lib/testing/crash-operations";
import { scenes, type Scene } from "@/lib/testing/crash-table";
import { useTestDatabase } from "@/lib/testing/database";
import { recoverAll } from "@/lib/testing/history";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { bundleProgram, startProcess } from "@/lib/testing/store-process";
import { checkInvariants } from "./invariants";

/**
 * The process is killed with SIGKILL between any two of its effects, and a new one ends what it began.
 * Then whoever asked asks again, and has what they wanted, once. It needs a database that outlives the
 * process, so it runs with TEST_DATABASE_URL. CRASH_STRIDE=1 visits every point; otherwise every
 * twelfth, from another one in each scene.
 */
const template = inject("template");
const stride = Number(process.env["CRASH_STRIDE"] ?? 12);
let program = "";

useTestDatabase();
useSandbox();

beforeAll(async () => {
  program = await bundleProgram("crash-child");
});

/** Gives the number of points that the process passed, or null when it was killed. */
async function runChild(
  operation: string,
  dieAt: number,
  target: CrashTarget,
): Promise<number | null> {
  const store = await startProcess(program, { operation, dieAt, target });
  const { output, errors, signal } = await store.ended;
  if (signal === "SIGKILL") return null;
  if (output.trim() === "") throw new Error(errors);
  return Number(output.trim());
}

/** What a new process does after its start. */
async function restart({ orderId, paymentId }: CrashTarget): Promise<void> {
  const db = await database();
  await db.webhookEvent.updateMany({
    where: { processedAt: null },
    data: { nextTryAt: new Date(0) },
  });
  await processEvents();
  await recoverAll(orderId === "" ? undefined : orderId);
  await releaseExpired();
  if (orderId !== "") await lookAgain({ orderId });
  // What its webhook says when it comes.
  if (paymentId !== "") await lookAgain({ paymentId });
}

/** Once more, as a person or a program does that got no answer. Gives the order. */
async function askAgain(operation: string, target: CrashTarget): Promise<string> {
  try {
    return (await crashOperations[operation]?.(target)) ?? "";
  } catch (error) {
    // It has happened already; whether it has, the order shows.
    if (!(error instanceof DomainError)) throw error;
    return target.orderId;
  }
}

async function expectEnded(orderId: string, after: string): Promise<void> {
  const db = await database();
  const where = { id: orderId };
  const order = await db.order.findUniqueOrThrow({ where, include: { transactions: true } });
  expect(order.payment).toBe(after);
  const isWaiting = ({ status }: { status: string }) =>
    status === "pending" || status === "unknown";
  expect(order.transactions.filter(isWaiting)).toEqual([]);
  const { cartId } = order;
  if (cartId !== null) expect(await db.order.count({ where: { cartId } })).toBe(1);
}

async function visit(scene: Scene, dieAt: number): Promise<void> {
  const target = await scene.before();
  // A statement more or less is natural; then it simply gets to its end.
  await runChild(scene.operation, dieAt, target);
  await restart(target);
  expect(await checkInvariants()).toEqual([]);
  const orderId = await askAgain(scene.operation, target);
  await restart({ ...target, orderId });
  await expectEnded(orderId, scene.after);
  await scene.next?.(target);
  expect(await checkInvariants()).toEqual([]);
}

describe.skipIf(template.kind === "embedded")("a process that is killed", () => {
  afterEach(async () => {
    await expectSound();
    await expectAgreement();
  });

  it.each(scenes.map((scene, index) => ({ ...scene, index })))(
    "on its way through $name leaves what the next one ends",
    async ({ index, ...scene }) => {
      const points = (await runChild(scene.operation, 0, await scene.before())) ?? 0;
      expect(points).toBeGreaterThan(0);
      const first = 1 + (index % Math.min(stride, points));
      for (let dieAt = first; dieAt <= points; dieAt += stride) {
        await visit(scene, dieAt).catch((cause: unknown) => {
          throw new Error(`Killed at point ${dieAt} of ${points}.`, { cause });
        });
      }
      if (stride === 1) console.log(`${scene.name}: ${points} points`);
    },
    1_200_000,
  );
});
