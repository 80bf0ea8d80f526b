"use client";
import { useSyncExternalStore } from "react";
import { BrowserReader, type ReaderState } from "./reader";
import type { Till } from "./till";

declare global {
  var tenderReaders: Map<string, BrowserReader> | undefined;
}

const off: ReaderState = { is: "off" };

/** The reader of this page's till. It outlives sales, and the pages between them. */
export function readerOf(till: Till, fetchToken: () => Promise<string>): BrowserReader {
  globalThis.tenderReaders ??= new Map();
  const known = globalThis.tenderReaders.get(till.id);
  if (known) return known;
  const { script, isSandbox, locationRef } = till;
  const made = new BrowserReader({ script, isSandbox, locationRef, fetchToken });
  globalThis.tenderReaders.set(till.id, made);
  return made;
}

export function useReaderState(reader: BrowserReader): ReaderState {
  return useSyncExternalStore(reader.subscribe, reader.state, () => off);
}
