import { inBackground } from "@/lib/payments/gateways/patience";
import { report } from "@/lib/payments/report";
import { jobs, type JobName } from "./jobs";
import { runOnce } from "./run-once";

/**
 * Does a job's work soon, in this process. Losing a kick loses nothing: the rows that are due say what
 * there is to do, and the schedule wakes the job anyway.
 */
export async function kick(name: JobName): Promise<void> {
  try {
    await inBackground(() => runOnce(name, jobs[name].work));
  } catch (error) {
    report(`the ${name} job ended early`, error);
  }
}
