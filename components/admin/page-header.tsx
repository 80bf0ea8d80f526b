import type { ReactNode } from "react";

type Props = { title: ReactNode; lead?: ReactNode; badges?: ReactNode; actions?: ReactNode };

export function PageHeader({ title, lead, badges, actions }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="text-2xl">{title}</h1>
          {badges}
        </div>
        {lead && <div className="mt-1 text-sm text-muted">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
