/**
 * Runs a command with TEST_DATABASE_URL set to a PostgreSQL server of its own, which ends with it:
 *
 *     tsx lib/testing/postgres.ts vitest run
 */
import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

function findBinaries(): string {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).toSorted().toReversed() : [];
  const found = versions
    .map((v) => join(root, v, "bin"))
    .find((b) => existsSync(join(b, "initdb")));
  if (found) return found;
  throw new Error("No PostgreSQL server is installed (Debian: apt-get install postgresql).");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The server refuses to run as root, so root lends it to the user that the package made. */
function serverUser(): { uid: number; gid: number } | null {
  if (userInfo().uid !== 0) return null;
  const id = (flag: string) => Number(spawnSync("id", [flag, "postgres"]).stdout.toString());
  return { uid: id("-u"), gid: id("-g") };
}

const binaries = findBinaries();
const folder = mkdtempSync(join(tmpdir(), "tender-postgres-"));
const user = serverUser();
if (user) chownSync(folder, user.uid, user.gid);
const asUser = { cwd: folder, ...user };
const port = await freePort();
const data = join(folder, "data");

function run(program: string, args: string[]): void {
  const { status, stderr } = spawnSync(join(binaries, program), args, asUser);
  if (status !== 0) throw new Error(`${program} failed: ${stderr?.toString()}`);
}

function stop(): void {
  spawnSync(join(binaries, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], asUser);
  rmSync(folder, { recursive: true, force: true });
}

run("initdb", ["-D", data, "-U", "tender", "--auth=trust", "-E", "UTF8", "--no-sync"]);
// Tests throw the data away, so nothing has to reach the disk.
const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`;
run("pg_ctl", ["-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"]);

const [command = "vitest", ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  stdio: "inherit",
  env: { ...process.env, TEST_DATABASE_URL: `postgresql://tender@127.0.0.1:${port}/postgres` },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => {
  stop();
  process.exit(code ?? 1);
});
