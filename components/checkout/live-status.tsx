"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** When the page looks first, and how long it waits at most. */
const paces = {
  soon: { firstMs: 1_000, slowestMs: 15_000 },
  later: { firstMs: 10_000, slowestMs: 60_000 },
} as const;

/**
 * Asks for the page again at growing intervals, only while somebody looks, and at once when they come
 * back to it. Render it only while there is something to wait for: its end is its removal.
 */
export function LiveStatus({ news }: { news: keyof typeof paces }) {
  const router = useRouter();
  useEffect(() => {
    const { firstMs, slowestMs } = paces[news];
    let waitMs: number = firstMs;
    let timer = setTimeout(look, waitMs);
    function look() {
      clearTimeout(timer);
      if (!document.hidden) router.refresh();
      waitMs = Math.min(waitMs * 1.5, slowestMs);
      timer = setTimeout(look, waitMs);
    }
    function comeBack() {
      if (!document.hidden) look();
    }
    document.addEventListener("visibilitychange", comeBack);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", comeBack);
    };
  }, [router, news]);
  return null;
}
