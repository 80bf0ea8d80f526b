import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { endpoints } from "../endpoints/index";
import { unsupported } from "../unsupported";
import { routeOf } from "./recorder";
import { sdkScripts } from "./sdk-routes";

/** The SDK's methods: which endpoint each calls, and the names of the parameters that it takes. */
function* sdkMethods(): Generator<{ route: string; params: string[] }> {
  const calls =
    /^ {4}(\w+)\([^)]*\) \{[\s\S]*?_makeRequest\('(GET|POST|DELETE)', [`']([^`']+)[`']/gm;
  for (const script of sdkScripts()) {
    const types = readFileSync(script.replace(/\.js$/, ".d.ts"), "utf8").replaceAll(
      /\/\*\*[\s\S]*?\*\//g,
      "",
    );
    for (const [, name, verb, path = ""] of readFileSync(script, "utf8").matchAll(calls)) {
      const signature = new RegExp(String.raw`^ {4}${name}\(([^)]*)\)`, "m").exec(types)?.[1] ?? "";
      const type = /params\??: ([\w.]+)/.exec(signature)?.[1]?.split(".").at(-1);
      const route = `${verb} ${path.replaceAll(/\$\{encodeURIComponent\(\w+\)\}/g, ":")}`;
      if (type !== undefined) yield { route, params: namesIn(types, type) };
    }
  }
}

function namesIn(types: string, name: string): string[] {
  const found = new RegExp(
    String.raw`^( *)(?:export )?interface ${name}(?: extends [\w., ]+)? \{`,
    "m",
  ).exec(types);
  if (found === null) return [];
  const indent = found[1]?.length ?? 0;
  const body = types.slice(found.index, types.indexOf(`\n${" ".repeat(indent)}}`, found.index));
  const names = body.matchAll(new RegExp(String.raw`^ {${indent + 4}}(\w+)\??:`, "gm"));
  return [...names].map(([, field = ""]) => field).filter((field) => field !== "expand");
}

const shape = (route: string) => route.replaceAll(/:\w+/g, ":");
const known = new Map(endpoints.map((endpoint) => [shape(routeOf(endpoint)), endpoint]));

describe("parameters", () => {
  it("of the SDK are each accepted, or refused by name as not done", () => {
    const forgotten: string[] = [];
    let compared = 0;
    for (const { route, params } of sdkMethods()) {
      const endpoint = known.get(route);
      if (endpoint === undefined) continue;
      compared++;
      const named = [...endpoint.accepts, ...(unsupported[routeOf(endpoint)] ?? [])];
      for (const param of params) if (!named.includes(param)) forgotten.push(`${route} ${param}`);
    }
    expect(forgotten).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  });
});
