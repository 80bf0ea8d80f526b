import type { Metadata } from "next";
import { ApiReference } from "@/components/api-reference/api-reference";
import { referenceSections } from "@/lib/dialects/elastic-path/openapi/reference";

export const metadata: Metadata = { title: "Elastic Path API" };

/** The description of `/v2/openapi.json`, for people. */
export default function ReferencePage() {
  return (
    <ApiReference
      title="Elastic Path API"
      description="What the official Moltin and Elastic Path clients speak, and this store answers."
      documentHref="/v2/openapi.json"
      sections={referenceSections()}
    />
  );
}
