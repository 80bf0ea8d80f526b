import type { IncomingMessage, ServerResponse } from "node:http";
import type { PageApi } from "../page-api";
import { pages } from "../pages/index";
import type { PageRoute } from "../pages/route";
import { sendHtml } from "./answer";
import { readBody } from "./body";
import { Router } from "./router";

/** Serves the pages for people: challenges, hosted checkout, receipts, frames. */
export class Pages {
  readonly #router = new Router<PageRoute>();

  constructor(
    private readonly api: PageApi,
    private readonly origin: () => string,
  ) {
    for (const page of pages) this.#router.add(page.method, page.path, page);
  }

  /** Answers, or says that there is no such page. */
  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
    const found = this.#router.find(method, url.pathname);
    if (found === null) return false;
    const body = method === "POST" ? await readBody(request) : "";
    const answer = await found.target.handle({
      params: found.params,
      query: url.searchParams,
      form: Object.fromEntries(new URLSearchParams(body)),
      origin: this.origin(),
      api: this.api,
      languages: request.headers["accept-language"] ?? "en",
    });
    if (answer.redirect !== undefined) {
      response.writeHead(answer.status ?? 303, { location: answer.redirect });
      response.end();
    } else {
      sendHtml(response, answer.status ?? 200, answer.html ?? "");
    }
    return true;
  }
}
