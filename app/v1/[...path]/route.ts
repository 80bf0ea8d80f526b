import { others } from "@/lib/dialects/card-present/route";

/** What this dialect does not have is answered in its own words too. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = others();
