import type { PageApi } from "../page-api";

export type PageRequest = {
  params: Record<string, string>;
  query: URLSearchParams;
  form: Record<string, string>;
  /** The sandbox's public origin. */
  origin: string;
  api: PageApi;
  /** The browser's `Accept-Language`. */
  languages: string;
};

export type PageResponse = { status?: number; html?: string; redirect?: string };

/** A page is a pure function of the request and of what the API tells it. */
export type PageRoute = {
  method: "GET" | "POST";
  /** Segments that begin with a colon are parameters: `/c/pay/:id`. */
  path: string;
  handle(request: PageRequest): Promise<PageResponse> | PageResponse;
};
