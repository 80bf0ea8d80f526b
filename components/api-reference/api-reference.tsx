import { Badge } from "@/components/ui/badge";
import { EndpointCard } from "./endpoint-card";
import type { ReferenceSection } from "@/lib/dialects/api-reference";

type Props = {
  title: string;
  description: string;
  /** Where programs read the same. */
  documentHref: string;
  sections: ReferenceSection[];
};

/** A description of an HTTP API that can be read from top to bottom, printed and searched with the browser. */
export function ApiReference({ title, description, documentHref, sections }: Props) {
  return (
    <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-12 px-4 py-10 sm:px-6 lg:grid-cols-[14rem_minmax(0,1fr)] lg:py-14">
      <header className="lg:col-start-2">
        <Badge>OpenAPI 3.1</Badge>
        <h1 className="mt-3 text-4xl">{title}</h1>
        <p className="mt-3 max-w-prose text-muted">{description}</p>
        <p className="mt-2">
          <a className="underline underline-offset-4" href={documentHref}>
            The description as a file
          </a>
        </p>
      </header>
      <nav
        aria-label="Sections"
        className="max-lg:mt-8 lg:sticky lg:top-8 lg:row-span-2 lg:row-start-1 lg:max-h-[calc(100vh-4rem)] lg:self-start lg:overflow-y-auto"
      >
        <ul className="space-y-5 text-sm">
          {sections.map(({ name, endpoints }) => (
            <li key={name}>
              <p className="font-semibold">{name}</p>
              <ul className="mt-1.5 space-y-1 text-muted">
                {endpoints.map(({ id, summary }) => (
                  <li key={id}>
                    <a className="block py-0.5 hover:text-ink hover:underline" href={`#${id}`}>
                      {summary}
                    </a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
      <main className="mt-10 space-y-14 lg:col-start-2">
        {sections.map(({ name, endpoints }) => (
          <section key={name} aria-labelledby={name.toLowerCase()}>
            <h2 id={name.toLowerCase()} className="text-2xl">
              {name}
            </h2>
            <div className="mt-5 space-y-5">
              {endpoints.map((endpoint) => (
                <EndpointCard key={endpoint.id} endpoint={endpoint} />
              ))}
            </div>
          </section>
        ))}
      </main>
    </div>
  );
}
