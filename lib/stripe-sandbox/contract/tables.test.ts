import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { apiRouter } from "../endpoints/index";
import { expandableFields } from "../expandable-fields";
import { isNotDone } from "../http/not-done";
import { eventTypes } from "../webhooks/event-types";
import { expandableFields as declaredFields } from "./expandable";
import { sdkRoutes } from "./sdk-routes";
import { Library } from "./types";

/** Tables that repeat what the SDK says, since the SDK's types are not there when the sandbox runs. */
describe("the table of", () => {
  const library = new Library();

  it.each(Object.keys(expandableFields))("expandable fields of %s is the SDK's", (kind) => {
    const fields = Object.entries(expandableFields[kind] ?? {}).map(
      ([name, to]) => `${name}:${to}`,
    );
    expect(fields.toSorted()).toEqual(declaredFields(kind, library));
  });

  it("event types is the SDK's", () => {
    const text = readFileSync(join(library.root, "resources", "WebhookEndpoints.d.ts"), "utf8");
    const union = /type EnabledEvent = ([^;]+);/.exec(text)?.[1] ?? "";
    const declared = [...union.matchAll(/'([\w.]+)'/g)].map(([, name]) => name);
    expect(eventTypes.toSorted()).toEqual(declared.toSorted());
  });

  it("addresses covers every one that the SDK calls: served, or known as not done", () => {
    const router = apiRouter();
    const forgotten = sdkRoutes().filter(
      ({ method, path }) => router.find(method, path) === null && !isNotDone(path),
    );
    expect(forgotten).toEqual([]);
    expect(isNotDone("/v1/nonsense")).toBe(false);
  });
});
