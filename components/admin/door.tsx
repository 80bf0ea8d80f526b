import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = { shop: string; title: string; lead?: ReactNode; children: ReactNode };

/** The page before the admin: one thing to do, in the middle. */
export function Door({ shop, title, lead, children }: Props) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-4 py-10">
      <div className="w-full max-w-[25rem]">
        <p className="mb-6 flex items-center gap-2.5 font-bold">
          <span
            aria-hidden
            className="flex size-9 items-center justify-center rounded-md bg-solid text-on-solid"
          >
            {shop.charAt(0)}
          </span>
          {shop}
        </p>
        <Card>
          <h1 className="text-xl">{title}</h1>
          {lead && <div className="mt-1 text-sm text-muted">{lead}</div>}
          <div className="mt-5">{children}</div>
        </Card>
      </div>
    </main>
  );
}
