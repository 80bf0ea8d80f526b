import { notFound } from "next/navigation";
import { DomainError } from "@/lib/errors";

/** What is another till's, or nobody's, has no page. A gateway that is away does not hide a sale. */
export async function orNotFound(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "not_found") notFound();
  }
}
