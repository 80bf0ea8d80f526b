import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { soon } from "./soon";

describe("work that begins soon", () => {
  const did: string[] = [];
  const begin = async () => {
    did.push("begun");
    return async () => void did.push("ended");
  };

  beforeEach(() => {
    did.length = 0;
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("leaves the first two seconds to visitors, and is ended when it is told to", async () => {
    const end = soon(begin);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(did).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(did).toEqual(["begun"]);
    await end();
    expect(did).toEqual(["begun", "ended"]);
  });

  it("never begins when it is ended before", async () => {
    await soon(begin)();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(did).toEqual([]);
  });
});
