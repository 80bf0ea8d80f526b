"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const firstMs = 1_000;
const slowestMs = 15_000;

/**
 * Asks for the page again until what it waits for has happened, at growing intervals and only while
 * somebody looks. Render it only while there is something to wait for: its end is its removal.
 */
export function LiveStatus() {
  const router = useRouter();
  useEffect(() => {
    let waitMs = firstMs;
    let timer = setTimeout(look, waitMs);
    function look() {
      if (!document.hidden) router.refresh();
      waitMs = Math.min(waitMs * 1.5, slowestMs);
      timer = setTimeout(look, waitMs);
    }
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
