import { Badge, type Tone } from "@/components/ui/badge";
import type { ReferenceEndpoint, ReferenceField } from "@/lib/dialects/api-reference";

const tones: Record<string, Tone> = { GET: "info", POST: "good", PUT: "warn", DELETE: "bad" };

export function EndpointCard({ endpoint }: { endpoint: ReferenceEndpoint }) {
  const { id, method, path, summary, rights, status, fields, answer, curl } = endpoint;
  return (
    <article id={id} className="scroll-mt-6 rounded-lg border border-line bg-surface p-5 sm:p-6">
      <h3 className="text-lg">{summary}</h3>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Badge tone={tones[method] ?? "neutral"}>{method}</Badge>
        <code className="text-sm break-all">{path}</code>
        <span className="text-sm text-muted">
          {rights} · answers {status}
        </span>
      </p>
      <pre className="mt-4 overflow-x-auto rounded-md bg-sunken p-3 text-xs leading-relaxed">
        <code>{curl}</code>
      </pre>
      <Fields title="Request" fields={fields} />
      <Fields title="Answer" fields={answer} />
    </article>
  );
}

function Fields({ title, fields }: { title: string; fields: ReferenceField[] }) {
  if (fields.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-sm font-semibold">
        {title}
        <span className="font-normal text-muted">, {fields.length} fields</span>
      </summary>
      <dl className="mt-2 divide-y divide-line border-y border-line text-sm">
        {fields.map(({ name, type, required }) => (
          <div key={name} className="grid gap-x-4 py-1.5 sm:grid-cols-2">
            <dt>
              <code className="break-all">{name}</code>
              {required && <span className="ml-2 text-xs text-muted">required</span>}
            </dt>
            <dd className="break-words text-muted">{type}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
