import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // `npm run check` checks types, with the compiler that is ten times faster.
  typescript: { ignoreBuildErrors: true },
  // A page is loaded when it is first asked for: all of them at each start take longer than the rest of it,
  // and memory that most never need.
  experimental: { preloadEntriesOnStart: false },
  // PGlite finds its WASM file beside its own module, so it must not be bundled. Of `stripe` there must
  // be one copy: an error that one bundle threw must be known by its class in another.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "pglite-prisma-adapter",
    "pg-boss",
    "pg",
    "stripe",
  ],
};

export default config;
