import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@/": here("./"),
      // Outside of Next.js's bundler every module is on the server.
      "server-only": here("./lib/testing/server-only.ts"),
    },
  },
  test: {
    include: ["{app,components,lib,prisma,e2e}/**/*.test.{ts,tsx}"],
    globalSetup: ["./lib/testing/global-setup.ts"],
    // A database or a sandbox starts within a test file's first hook, on a busy machine too.
    hookTimeout: 60_000,
    testTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
