import { monitorEventLoopDelay } from "node:perf_hooks";
import { database } from "@/lib/db/client";

type Metric = { name: string; help: string; value: number; labels?: Record<string, string> };

const delay = monitorEventLoopDelay({ resolution: 20 });
delay.enable();

/**
 * What an operator watches, in the text form of Prometheus: whether money waits for an answer or a person,
 * whether queues grow, and how the process does.
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export async function metricsText(): Promise<string> {
  const metrics = [...(await storeMetrics()), ...processMetrics()];
  const heads = new Map(metrics.map(({ name, help }) => [name, help]));
  const lines = [...heads].flatMap(([name, help]) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...metrics.filter((metric) => metric.name === name).map(lineOf),
  ]);
  return `${lines.join("\n")}\n`;
}

const escaped = (text: string) =>
  text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

function lineOf({ name, labels = {}, value }: Metric): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escaped(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}`;
}

/** Each counts rows of a partial index or of a short queue; none reads all orders. */
async function storeMetrics(): Promise<Metric[]> {
  const db = await database();
  const rows = await db.$queryRaw<{ name: string; label: string; value: bigint }[]>`
    SELECT 'transactions_open' AS name, status::text AS label, count(*) AS value
      FROM transactions WHERE next_look_at IS NOT NULL GROUP BY status
    UNION ALL SELECT 'cases_open', kind, count(*) FROM payment_cases WHERE status = 'open' GROUP BY kind
    UNION ALL SELECT 'webhook_events_waiting', source, count(*)
      FROM webhook_events WHERE next_try_at IS NOT NULL GROUP BY source
    UNION ALL SELECT 'mails_waiting', status::text, count(*)
      FROM mails WHERE next_try_at IS NOT NULL GROUP BY status
    UNION ALL SELECT 'stock_holds', status::text, count(*)
      FROM stock_reservations WHERE status = 'held' GROUP BY status`;
  return rows.map(({ name, label, value }) => ({
    name: `tender_${name}`,
    help: helps[name] ?? name,
    labels: { kind: label },
    value: Number(value),
  }));
}

const helps: Readonly<Record<string, string>> = {
  transactions_open: "Money movements whose outcome is not known yet.",
  cases_open: "Cases about money that a person must settle.",
  webhook_events_waiting: "Events of gateways that are not processed yet.",
  mails_waiting: "Mails that are not sent yet.",
  stock_holds: "Reservations of goods that are being paid.",
};

function processMetrics(): Metric[] {
  const { rss, heapUsed } = process.memoryUsage();
  const lagSeconds = delay.percentile(99) / 1e9;
  delay.reset();
  return [
    { name: "process_resident_memory_bytes", help: "Memory of this process.", value: rss },
    { name: "nodejs_heap_size_used_bytes", help: "Used heap of this process.", value: heapUsed },
    {
      name: "nodejs_eventloop_lag_p99_seconds",
      help: "How late this process is, since the last question.",
      value: lagSeconds,
    },
    {
      name: "process_uptime_seconds",
      help: "How long this process has run.",
      value: Math.round(process.uptime()),
    },
  ];
}
