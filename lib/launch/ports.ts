import { createServer } from "node:net";

/** @throws Error with one sentence when something already listens on `port`. */
export function assertPortFree(port: number, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      const taken = "code" in error && error.code === "EADDRINUSE";
      const what = taken ? "is taken" : `cannot be used (${error.message})`;
      reject(new Error(`Port ${port} ${what}: stop what listens there, or set ${setting}.`));
    });
    probe.listen({ port, exclusive: true }, () => probe.close(() => resolve()));
  });
}
