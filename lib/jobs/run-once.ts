/**
 * Runs a piece of background work soon in this process, once at a time: a kick while it runs makes it
 * run once more. State is kept on `globalThis`, because one process may hold several bundles of us.
 */
type Work = () => Promise<unknown>;
type Running = { again: boolean; end: Promise<void> };

declare global {
  var tenderRunning: Map<string, Running> | undefined;
}

export function runOnce(name: string, work: Work): Promise<void> {
  const all = (globalThis.tenderRunning ??= new Map());
  const current = all.get(name);
  if (current) {
    current.again = true;
    return current.end;
  }
  const running: Running = { again: false, end: Promise.resolve() };
  running.end = loop(running, work).finally(() => all.delete(name));
  all.set(name, running);
  return running.end;
}

async function loop(running: Running, work: Work): Promise<void> {
  do {
    running.again = false;
    await work();
  } while (running.again);
}
