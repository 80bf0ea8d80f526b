import { describe, expect, it } from "vitest";
import { clientOf } from "./forwarded";

describe("clientOf", () => {
  it.each([
    {
      promise: "is whoever connects",
      header: undefined,
      peer: "203.0.113.9",
      trusted: null,
      is: "203.0.113.9",
    },
    {
      promise: "ignores what a stranger claims",
      header: "1.2.3.4",
      peer: "203.0.113.9",
      trusted: null,
      is: "203.0.113.9",
    },
    {
      promise: "believes the proxy beside us",
      header: "6.6.6.6, 198.51.100.7",
      peer: "10.0.0.2",
      trusted: null,
      is: "198.51.100.7",
    },
    {
      promise: "believes two proxies where there are two",
      header: "198.51.100.7, 192.0.2.1",
      peer: "192.0.2.2",
      trusted: 2,
      is: "198.51.100.7",
    },
    {
      promise: "believes no header where there is no proxy",
      header: "1.2.3.4",
      peer: "127.0.0.1",
      trusted: 0,
      is: "127.0.0.1",
    },
    {
      promise: "reads IPv4 within IPv6",
      header: undefined,
      peer: "::ffff:127.0.0.1",
      trusted: null,
      is: "127.0.0.1",
    },
    {
      promise: "has a name for nobody",
      header: undefined,
      peer: undefined,
      trusted: 1,
      is: "unknown",
    },
  ])("$promise", ({ header, peer, trusted, is }) => {
    expect(clientOf(header, peer, trusted)).toBe(is);
  });
});
