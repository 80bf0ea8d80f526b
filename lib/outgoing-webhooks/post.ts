import { lookup, type LookupAddress } from "node:dns";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-networks";

const timeoutMs = 10_000;
const answerBytes = 1_000;

export type Answer = { status: number; message: string };

type Post = {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** A developer's machine tells itself; anywhere else that would open the network behind it. */
  allowPrivate: boolean;
};

/**
 * Asks once, and follows nobody anywhere else. The address is judged when the connection is made, so a name
 * that leads elsewhere since it was registered gains nothing.
 *
 * @throws Error when no answer came
 */
export function post({ url, headers, body, allowPrivate }: Post): Promise<Answer> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) return Promise.reject(refused());
  const request = target.protocol === "https:" ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asking = request(
      target,
      {
        method: "POST",
        headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        ...(!allowPrivate && { lookup: publicOnly }),
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => {
          if (Buffer.concat(parts).length < answerBytes) parts.push(part);
        });
        answer.once("error", reject);
        answer.once("end", () => {
          const text = Buffer.concat(parts).toString("utf8").slice(0, answerBytes);
          resolve({
            status: answer.statusCode ?? 0,
            message: text || (answer.statusMessage ?? ""),
          });
        });
      },
    );
    asking.once("error", reject);
    asking.end(body);
  });
}

const refused = () => new Error("The address leads to a private network.");

const publicOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, "");
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => isPrivateAddress(address))) {
      return callback(refused(), "");
    }
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};
