/** `npm run invariants`: prints what is broken; exit code 1 when anything is. */
import { disconnect } from "@/lib/db/client";
import { closeConnection } from "@/lib/db/connection";
import { auditGateways } from "./audit";
import { checkInvariants } from "./invariants";

const violations = await checkInvariants();
const differences = process.argv.includes("--gateway") ? await auditGateways() : [];
for (const { invariant, message } of [...violations, ...differences]) {
  console.error(`invariant ${invariant}: ${message}`);
}
await disconnect();
await closeConnection();
const broken = violations.length + differences.length;
console.log(broken === 0 ? "All invariants hold." : `${broken} violations.`);
process.exitCode = broken === 0 ? 0 : 1;
