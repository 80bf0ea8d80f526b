import { Agent, request } from "node:http";

export type Answer = {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
};

export type Ask = {
  method?: "GET" | "POST" | "DELETE";
  headers?: Record<string, string>;
  body?: string;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * One request. Node's plain client and not `fetch`: clients and store share the machine, and `fetch` would
 * take as much of it as the page that is measured.
 */
export function ask(
  url: string,
  { method = "GET", headers = {}, body }: Ask = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const outgoing = request(
      url,
      { agent, method, headers: { ...headers, ...length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const { statusCode: status = 0, headers: got } = answer;
          resolve({ status, headers: got, body: Buffer.concat(chunks).toString() });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** @throws Error when the answer is not a success */
export async function askWell(url: string, what: Ask = {}): Promise<Answer> {
  const answer = await ask(url, what);
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(`${what.method ?? "GET"} ${url}: ${answer.status} ${answer.body.slice(0, 500)}`);
}
