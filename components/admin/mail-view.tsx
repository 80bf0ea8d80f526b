"use client";
import { useId, useState } from "react";
import { cx } from "@/components/ui/cx";

type Props = { title: string; html: string; text: string };

const forms = ["HTML", "Text"] as const;

/**
 * The mail as it was sent, in a frame that may run nothing and reach nothing of ours; its links open
 * beside the admin.
 */
export function MailView({ title, html, text }: Props) {
  const [shown, setShown] = useState<(typeof forms)[number]>("HTML");
  const id = useId();
  const page = html.replace("<head>", '<head><base target="_blank">');
  return (
    <section
      aria-label={title}
      className="overflow-hidden rounded-lg border border-line bg-surface"
    >
      <fieldset aria-label="Form of the mail" className="flex gap-1 border-b border-line p-2">
        {forms.map((form) => (
          <button
            key={form}
            type="button"
            aria-pressed={shown === form}
            aria-controls={id}
            onClick={() => setShown(form)}
            className={cx(
              "target rounded-md px-4 text-sm font-semibold",
              shown === form ? "bg-sunken text-ink" : "text-muted hover:bg-sunken hover:text-ink",
            )}
          >
            {form}
          </button>
        ))}
      </fieldset>
      <div id={id}>
        {shown === "HTML" ? (
          <iframe
            title={title}
            srcDoc={page}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            className="block h-[68rem] w-full bg-sunken"
          />
        ) : (
          <pre className="overflow-x-auto p-5 font-mono text-sm whitespace-pre-wrap">{text}</pre>
        )}
      </div>
    </section>
  );
}
