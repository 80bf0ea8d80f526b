import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";

/** A server of this machine for some tests, at a free port. */
export async function serve(
  listener: RequestListener,
): Promise<{ origin: string; close: () => void }> {
  const server = createServer(listener).listen(0);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://localhost:${address.port}`, close };
}
