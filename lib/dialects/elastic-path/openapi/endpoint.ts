import type { z } from "zod";

export type Endpoint = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  summary: string;
  /** Who may: anybody, whoever has a token, a customer for what is theirs, or only a program with a secret. */
  rights: "anybody" | "shopper" | "customer" | "backend";
  body?: { schema: z.ZodType; optional?: boolean; form?: boolean };
  query?: "list" | "page" | "include";
  status: number;
  answer?: z.ZodType;
};
