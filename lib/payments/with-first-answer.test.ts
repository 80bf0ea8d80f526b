import { describe, expect, it, vi } from "vitest";
import { DomainError } from "@/lib/errors";
import { withFirstAnswer } from "./with-first-answer";

const running = new DomainError("key_in_progress", "It is being carried out.");

describe("a request that is being carried out already", () => {
  it("is answered as the first one is", async () => {
    const operate = vi.fn<() => Promise<string>>();
    operate.mockRejectedValueOnce(running).mockResolvedValue("captured");
    expect(await withFirstAnswer(operate)).toBe("captured");
    expect(operate).toHaveBeenCalledTimes(2);
  });

  it("is given up after twelve seconds", async () => {
    vi.spyOn(Date, "now").mockReturnValueOnce(0).mockReturnValue(12_000);
    await expect(withFirstAnswer(() => Promise.reject(running))).rejects.toBe(running);
    vi.restoreAllMocks();
  });

  it("is refused at once for any other reason", async () => {
    const refused = new DomainError("nothing_to_capture", "Nothing is held.");
    const operate = vi.fn<() => Promise<string>>().mockRejectedValue(refused);
    await expect(withFirstAnswer(operate)).rejects.toBe(refused);
    expect(operate).toHaveBeenCalledTimes(1);
  });
});
