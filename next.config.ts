import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // `npm run check` checks types, with the compiler that is ten times faster.
  typescript: { ignoreBuildErrors: true },
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
