import { readFileSync } from "node:fs";

const INTERVAL_MS = 500;

/** The process that started `pid`; null where the system does not tell. */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}

/**
 * Calls `gone` when npm, or the shell between it and this process, has ended. npm hands a signal to that
 * shell, and a shell that dies of it says nothing to its children: they would be left behind.
 */
export function whenParentsAreGone(gone: () => void): void {
  // Started by hand, a process may outlive the shell that it was typed in.
  if (!process.env["npm_lifecycle_event"]) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const watch = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(watch);
    gone();
  }, INTERVAL_MS);
  watch.unref();
}
