import { createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { readEnv } from "@/lib/env";
import { newId, newToken } from "@/lib/ids";
import { useTestDatabase } from "@/lib/testing/database";
import { queueMail } from "./queue-mail";
import { retryMail, sendQueuedMail } from "./send-queued-mail";

/** Just enough of a mail server to be talked to by a real client. */
function answer(socket: Socket, inbox: string[], isRefusing: () => boolean): void {
  let letter: string[] | null = null;
  const say = (text: string) => socket.write(`${text}\r\n`);
  say("220 test");
  createInterface({ input: socket }).on("line", (line) => {
    if (letter !== null) {
      if (line !== ".") return letter.push(line);
      inbox.push(letter.join("\n"));
      letter = null;
      return say("250 kept");
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "DATA") {
      letter = [];
      return say("354 go on");
    }
    if (verb === "QUIT") return socket.end("221 bye\r\n");
    if (verb === "MAIL" && isRefusing()) return say("451 try again later");
    return say("250 ok");
  });
}

const inbox: string[] = [];
let isRefusing = false;
let server: Server;

useTestDatabase();

beforeAll(async () => {
  server = createServer((socket) => answer(socket, inbox, () => isRefusing));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : null;
  globalThis.tenderEnv = readEnv({
    DATA_DIR: "/tmp/tender-mail-test",
    AUTH_SECRET: "x".repeat(32),
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: "Kittiwake <shop@kittiwake.test>",
  });
});

afterAll(() => {
  globalThis.tenderEnv = undefined;
  server.close();
});

beforeEach(() => {
  inbox.length = 0;
  isRefusing = false;
});

async function makeOrder(): Promise<string> {
  const db = await database();
  const { id } = await db.order.create({
    data: {
      id: newId(),
      accessToken: newToken(),
      channel: "storefront",
      currency: "USD",
      email: "ada@example.com",
      name: "Ada Lovelace",
      billingAddress: { line1: "12 Quay Street", city: "Portland", state: "OR", country: "US" },
      subtotalMinor: 1800,
      totalMinor: 1800,
    },
    select: { id: true },
  });
  return id;
}

async function queue(orderId: string): Promise<void> {
  const dedupeKey = `order_confirmation:${orderId}`;
  await inTransaction((tx) => queueMail(tx, { kind: "order_confirmation", orderId, dedupeKey }));
}

async function findMail(orderId: string) {
  return (await database()).mail.findFirstOrThrow({ where: { orderId } });
}

describe("the outbox", () => {
  it("sends a mail once when its cause is seen by many at once and many send at once", async () => {
    const orders = await Promise.all([makeOrder(), makeOrder(), makeOrder()]);
    await Promise.all(orders.flatMap((id) => [queue(id), queue(id), queue(id)]));

    const sent = await Promise.all(Array.from({ length: 8 }, () => sendQueuedMail()));

    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(inbox).toHaveLength(3);
    expect(await sendQueuedMail()).toBe(0);
  });

  it("sends what a person reads: both forms, the shop's name, an id that is always the same", async () => {
    const orderId = await makeOrder();
    await queue(orderId);
    await sendQueuedMail();

    const { id } = await findMail(orderId);
    expect(inbox[0]).toContain("From: Kittiwake <shop@kittiwake.test>");
    expect(inbox[0]).toContain("To: ada@example.com");
    expect(inbox[0]).toContain(`<${id}@localhost>`);
    expect(inbox[0]).toContain("multipart/alternative");
  });

  it("does not exist when its cause is rolled back", async () => {
    const orderId = await makeOrder();
    const refusal = inTransaction(async (tx) => {
      await queueMail(tx, { kind: "order_confirmation", orderId, dedupeKey: orderId });
      throw new Error("changed my mind");
    });
    await expect(refusal).rejects.toThrow("changed my mind");
    expect(await sendQueuedMail()).toBe(0);
  });

  it("waits longer each time that the server says no, and goes out when it says yes", async () => {
    const orderId = await makeOrder();
    await queue(orderId);
    isRefusing = true;

    expect(await sendQueuedMail()).toBe(0);
    const waiting = await findMail(orderId);
    expect(waiting).toMatchObject({ status: "queued", attempts: 1 });
    expect(waiting.lastError).toContain("451");
    expect(waiting.nextTryAt?.getTime()).toBeGreaterThan(Date.now() + 30_000);

    isRefusing = false;
    const db = await database();
    await db.mail.update({ where: { id: waiting.id }, data: { nextTryAt: new Date(0) } });
    expect(await sendQueuedMail()).toBe(1);
    expect(await findMail(orderId)).toMatchObject({ status: "sent", lastError: null });
  });

  it("gives up in the end, visibly, and goes out when a merchant asks for it", async () => {
    const orderId = await makeOrder();
    await queue(orderId);
    isRefusing = true;
    const db = await database();
    await db.mail.updateMany({ where: { orderId }, data: { attempts: 13 } });

    await sendQueuedMail();
    const failed = await findMail(orderId);
    expect(failed.status).toBe("failed");

    isRefusing = false;
    await retryMail(failed.id);
    expect(await sendQueuedMail()).toBe(1);
    expect(inbox).toHaveLength(1);
  });

  it("is kept and marked as sent where there is no mail server", async () => {
    const before = globalThis.tenderEnv;
    globalThis.tenderEnv = readEnv({
      DATA_DIR: "/tmp/tender-mail-test",
      AUTH_SECRET: "x".repeat(32),
    });
    const orderId = await makeOrder();
    await queue(orderId);

    expect(await sendQueuedMail()).toBe(1);
    expect(inbox).toHaveLength(0);
    expect((await findMail(orderId)).sentAt).toBeInstanceOf(Date);
    globalThis.tenderEnv = before;
  });
});
