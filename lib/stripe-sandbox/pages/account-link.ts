import { notFound } from "./layout";
import type { PageRoute } from "./route";
import { speechFor } from "./words/page-words";

/** `account_link.url`. Nothing is asked: who comes here is sent on at once. */
export const accountLinkRoute: PageRoute = {
  method: "GET",
  path: "/setup/s/:id",
  async handle({ params, api, languages }) {
    const url = await api.openAccountLink(params["id"] ?? "");
    return url === null ? notFound(speechFor(languages)) : { redirect: url };
  },
};
