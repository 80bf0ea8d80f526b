import { createServer, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { sendWhole } from "./whole-answers";

const server = createServer((request, response) => {
  sendWhole(request, response);
  void answerAsNextDoes(response);
});
afterEach(() => void server.close());

/** The head is on its way before the body is known. */
const untilNextTurn = () => new Promise((resolve) => setImmediate(resolve));

async function answerAsNextDoes(response: ServerResponse): Promise<void> {
  response.flushHeaders();
  await untilNextTurn();
  response.write('{"data":[]}');
  await Promise.resolve();
  response.end();
}

/** What arrives first on a connection of its own. */
function firstPieceOf(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.listen(0, () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      const socket = connect(port, "localhost", () =>
        socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`),
      );
      socket.once("data", (piece) => {
        resolve(piece.toString());
        socket.destroy();
      });
      socket.once("error", reject);
    });
  });
}

describe("an answer to a program", () => {
  it("arrives in one piece", async () => {
    expect(await firstPieceOf("/v2/products")).toMatch(
      /^HTTP\/1\.1 200 .*\{"data":\[\]\}.*0\r\n\r\n$/s,
    );
  });
});
