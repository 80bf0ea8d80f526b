import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const folders = ["app", "components", "lib", "prisma", "e2e"];

function testFiles(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.test\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  );
}

/**
 * For each of these modules the test files that load it, directly or through others; types alone do not
 * count. What is found by what the files import needs no list that somebody keeps.
 *
 * @param modules their paths from the root of the project, where this runs
 */
export async function testsReaching<Name extends string>(
  modules: Record<Name, string>,
): Promise<Record<Name, string[]>> {
  const entryPoints = testFiles();
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outdir: ".",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const reaches = (file: string, module: string, seen = new Set<string>()): boolean => {
    if (file === module) return true;
    if (seen.has(file)) return false;
    seen.add(file);
    const imports = metafile.inputs[file]?.imports ?? [];
    return imports.some(({ path, external }) => !external && reaches(path, module, seen));
  };
  const found = Object.entries<string>(modules).map(([name, module]) => [
    name,
    entryPoints.filter((file) => reaches(file, module)),
  ]);
  return Object.fromEntries(found);
}
