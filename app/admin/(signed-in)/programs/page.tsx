import type { Metadata } from "next";
import { Moment } from "@/components/admin/moment";
import { OperationDialog } from "@/components/admin/operation-dialog";
import { PageHeader } from "@/components/admin/page-header";
import { RecordForm, type RecordField } from "@/components/admin/record-form";
import { SwitchForm } from "@/components/admin/switch-form";
import { StatusBadge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listApiClients, type ApiClientView } from "@/lib/auth/api-clients/clients";
import { requireMerchant } from "@/lib/auth/merchant";
import { createProgram, rotateSecret, switchProgram } from "./actions";

export const metadata: Metadata = { title: "Programs" };

const fields: RecordField[] = [
  { kind: "text", name: "name", label: "Name", required: true, wide: true },
  {
    kind: "select",
    name: "rights",
    label: "Rights",
    hint: "A shop window in a browser shops and pays. A backend does everything, and keeps a secret.",
    wide: true,
    options: [
      { value: "shopper", label: "Shop and pay, no secret" },
      { value: "backend", label: "Everything, with a secret" },
    ],
  },
];

/** Who may use the HTTP interfaces: the `client_id` and `client_secret` of both dialects. */
export default async function ProgramsPage() {
  await requireMerchant("/admin/programs");
  const programs = await listApiClients();
  return (
    <>
      <PageHeader
        title="Programs"
        lead="Clients of the interfaces at /v2 (Elastic Path) and /api (Commerce Layer). Tills have keys of their own."
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {programs.length === 0 ? (
          <EmptyState title="No programs yet">
            Let one in, and its id and its secret are shown to you once.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {programs.map((program) => (
              <Program key={program.id} program={program} />
            ))}
          </ul>
        )}
        <Card aria-labelledby="new-program">
          <CardHeader id="new-program" title="Let a program in" />
          <RecordForm label="Program" fields={fields} submit="Make it" action={createProgram} />
        </Card>
      </div>
    </>
  );
}

function Program({ program }: { program: ApiClientView }) {
  const { id, name, hasSecret, disabledAt, createdAt } = program;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {name}
          <StatusBadge tone={disabledAt === null ? "good" : "neutral"}>
            {disabledAt === null ? "In use" : "Disabled"}
          </StatusBadge>
        </p>
        <p className="truncate font-mono text-xs text-muted">{id}</p>
        <p className="text-xs text-muted">
          {hasSecret ? "Everything" : "Shops and pays"} · since <Moment at={createdAt} dateOnly />
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {hasSecret && (
          <OperationDialog
            opener="New secret"
            openerLook={{ variant: "secondary" }}
            isAvailable={disabledAt === null}
            title={`A new secret for ${name}`}
            lead="The old one stops working at once, and so does every token that was made with it."
            submit="Replace the secret"
            pending="Replacing…"
            hidden={{ id }}
            action={rotateSecret}
          />
        )}
        <SwitchForm id={id} isOn={disabledAt === null} action={switchProgram} />
      </div>
    </li>
  );
}
