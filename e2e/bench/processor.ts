import { readdir, readFile } from "node:fs/promises";

/** What the kernel says of a process. */
export type Process = {
  pid: number;
  parent: number;
  command: string;
  cpuMs: number;
  /** Of its children that have ended. */
  endedMs: number;
  residentMb: number;
};

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;
const PAGE_MB = 4096 / 1_048_576;

/** @returns null when the process has ended meanwhile */
async function readProcess(pid: number): Promise<Process | null> {
  try {
    const command = (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold anything; after it come state, parent, … as numbers.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0, pages = 0] = [
      1, 11, 12, 13, 14, 21,
    ].map((i) => Number(fields[i]));
    return {
      pid,
      command,
      parent,
      cpuMs: (user + system) * TICK_MS,
      endedMs: (endedUser + endedSystem) * TICK_MS,
      residentMb: pages * PAGE_MB,
    };
  } catch {
    return null;
  }
}

async function allProcesses(): Promise<Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(readProcess));
  return found.flatMap((process) => process ?? []);
}

/** The store that this launcher has started. */
export async function storeProcess(port: string): Promise<Process> {
  for (const process of await allProcesses()) {
    if (!process.command.includes("launch/store.")) continue;
    const settings = await readFile(`/proc/${process.pid}/environ`, "utf8").catch(() => "");
    if (settings.split("\0").includes(`PORT=${port}`)) return process;
  }
  throw new Error("The store's process was not found.");
}

/** Processor time that a database server and its connections have taken so far. */
export async function serverCpuMs(databaseUrl: string): Promise<number> {
  const { port } = new URL(databaseUrl);
  const all = await allProcesses();
  const server = all.find(
    ({ command }) => command.includes("postgres -D") && command.includes(`-p ${port} `),
  );
  const own = all.filter(({ pid, parent }) => pid === server?.pid || parent === server?.pid);
  return own.reduce((sum, { cpuMs }) => sum + cpuMs, server?.endedMs ?? 0);
}
