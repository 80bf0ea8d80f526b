import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

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

/** When a process began, in clock ticks since boot; "" where the system does not tell. */
async function startTime(pid: string): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

async function isAlive(pid: string, began: string): Promise<boolean> {
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  return (await startTime(pid)) === began;
}

/** @throws FolderInUse when another living process has it. */
export async function takeFolder(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const lock = join(dataDir, "database.lock");
  const own = `${lock}.${process.pid}`;
  await writeFile(own, `${process.pid} ${await startTime(String(process.pid))}`);
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
  if (pid === String(process.pid) || (await isAlive(pid, began))) {
    throw new FolderInUse(dataDir, pid);
  }
  const stale = `${lock}.stale.${process.pid}`;
  await rename(lock, stale).catch(() => undefined);
  await rm(stale, { force: true });
}
