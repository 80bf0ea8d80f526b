// Plain JavaScript of the oldest kind that is still about, so that an old Node.js reads the sentence
// below and not a syntax error. Everything else is TypeScript, which tsx loads.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Tender needs Node.js 20.19 or newer, and this is ${process.versions.node}: install a newer one.`,
  );
  process.exit(1);
}
const { register } = await import("tsx/esm/api");
register();
await import("./main.ts");
