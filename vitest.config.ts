import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { testsReaching } from "./lib/testing/reaching.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * On a PostgreSQL server run the tests that use a database: nothing else can differ there. First those
 * that start processes by the dozen, which take longest and would run alone at the end.
 */
async function onServer() {
  const tests = await testsReaching({
    database: "lib/testing/database.ts",
    processes: "lib/testing/store-process.ts",
  });
  const first = new Set(tests.processes.map(here));
  const isFirst = ({ moduleId }: TestSpecification) => first.has(moduleId);
  class ProcessesFirst extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      // oxlint-disable-next-line unicorn/no-array-sort -- this is no array's.
      const sorted = await super.sort(files);
      return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))];
    }
  }
  const include = tests.database.map((file) => file.replaceAll(/[()[\]]/g, "\\$&"));
  return { include, sequence: { sequencer: ProcessesFirst } };
}

const everywhere = { include: ["{app,components,lib,prisma,e2e}/**/*.test.{ts,tsx}"] };

export default defineConfig({
  resolve: {
    alias: {
      "@/": here("./"),
      // Outside of Next.js's bundler every module is on the server.
      "server-only": here("./lib/testing/server-only.ts"),
    },
  },
  test: {
    ...(process.env["TEST_DATABASE_URL"] ? await onServer() : everywhere),
    globalSetup: ["./lib/testing/global-setup.ts"],
    // A database or a sandbox starts within a test file's first hook, on a busy machine too.
    hookTimeout: 60_000,
    testTimeout: 120_000,
    pool: "forks",
    // A database in WebAssembly lives for seconds here: to optimize its code took half of their work.
    execArgv: ["--liftoff-only"],
    maxWorkers: 2,
  },
});
