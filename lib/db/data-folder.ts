import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * The embedded database is files that one process may have open: a second would destroy them. The
 * first writes its process id and start time into a lock; a lock whose process is gone (killed, or its
 * number given to another since) is taken over.
 */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
  constructor(dataDir: string, pid: string) {
    super(
      `The embedded database in ${dataDir} is in use by process ${pid}: ` +
        "stop that first, or set DATA_DIR to another folder.",
    );
  }
}

/** How a process is, and when it began in clock ticks since boot; "" where the system does not tell. */
async function lookAt(pid: string): Promise<{ state: string; began: string }> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const facts = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { state: facts[0] ?? "", began: facts[19] ?? "" };
}

async function isAlive(pid: string, began: string): Promise<boolean> {
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  const now = await lookAt(pid);
  // A zombie has ended and is only not yet counted by its parent.
  return now.began === began && now.state !== "Z" && now.state !== "X";
}

/** Whoever starts again right after killing it meets a process that is still about to end. */
const PATIENCE_MS = 3_000;

async function staysAlive(pid: string, began: string): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (await isAlive(pid, began)) {
    if (Date.now() > deadline) return true;
    await wait(25);
  }
  return false;
}

/** @throws FolderInUse when another living process has it. */
export async function takeFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const lock = join(dataDir, "database.lock");
  const own = `${lock}.${process.pid}`;
  await writeFile(own, `${process.pid} ${(await lookAt(String(process.pid))).began}`);
  try {
    // A link is made by one process only, and is never seen half written.
    while (!(await linked(own, lock))) await clear(lock, dataDir);
  } finally {
    await rm(own, { force: true });
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    () => false,
  );
}

async function clear(lock: string, dataDir: string): Promise<void> {
  const holder = await readFile(lock, "utf8").catch(() => null);
  if (holder === null) return;
  const [pid = "", began = ""] = holder.split(" ");
  if (pid === String(process.pid) || (await staysAlive(pid, began))) {
    throw new FolderInUse(dataDir, pid);
  }
  const stale = `${lock}.stale.${process.pid}`;
  await rename(lock, stale).catch(() => undefined);
  await rm(stale, { force: true });
}
