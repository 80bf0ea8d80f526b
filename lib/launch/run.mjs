// Plain JavaScript of the oldest kind that is still about, so that an old Node.js reads the sentence
// below and not a syntax error. Everything else is TypeScript: built beside the store, or loaded by tsx.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Tender needs Node.js 20.19 or newer, and this is ${process.versions.node}: install a newer one.`,
  );
  process.exit(1);
}

const programs = new URL("../../.next/programs/lib/launch/", import.meta.url);

/** A start that has nothing to build is spared the compiler. What is built itself says whether it is old. */
async function isBuilt() {
  if (process.argv.length > 2) return false;
  const built = await import(new URL("build.mjs", programs).href).catch(() => null);
  return built !== null && built.isBuilt();
}

if (await isBuilt()) {
  await import(new URL("main.mjs", programs).href);
} else {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./main.ts");
}
