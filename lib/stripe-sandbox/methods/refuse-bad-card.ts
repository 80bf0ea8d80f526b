import { cardError } from "../errors";
import type { Scope } from "../scope";
import { cardByNumber } from "./test-cards";

/** A bank is asked about a card when it is saved; some cards are refused only when they are charged. */
export function refuseBadCard(scope: Scope, methodId: string): void {
  const number = scope.store.secrets.find(methodId)?.number ?? "";
  const decline = cardByNumber(number)?.decline;
  const isLater = number === "4000000000000341";
  if (decline === undefined || isLater) return;
  throw cardError({ ...decline });
}
