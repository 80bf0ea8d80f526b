import { z } from "zod";
import { newId } from "./ids";
import type { Scope } from "./scope";

const LIFE_S = 300;

const stored = z.object({ back: z.string(), refresh: z.string(), expires: z.number() });

/** A way into a connected account's onboarding, good for one visit within five minutes. */
export function makeAccountLink(scope: Scope, to: { back: string; refresh: string }) {
  const id = newId("acctlink");
  const expires = scope.now + LIFE_S;
  scope.store.settings.save({ id, value: JSON.stringify({ ...to, expires }) });
  return { url: `${scope.world.origin}/setup/s/${id}`, expires };
}

/** Where a visit leads: back as if all was answered; a used or expired link, to where a new one is made. */
export function openAccountLink(scope: Scope, id: string): string | null {
  const found = scope.store.settings.find(id);
  if (found === undefined) return null;
  const { back, refresh, expires } = stored.parse(JSON.parse(found.value));
  scope.store.settings.save({ id, value: JSON.stringify({ back, refresh, expires: 0 }) });
  return expires >= scope.now ? back : refresh;
}
