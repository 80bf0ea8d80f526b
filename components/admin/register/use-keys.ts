"use client";
import { useState } from "react";

export type Keys = {
  /** The same question has the same key, so that it is done once however often it is asked. */
  of: (...question: (string | number)[]) => string;
  /** An answer came: whoever asks the same from now on means it again. */
  forget: () => void;
};

/** Keys for questions whose answers can be lost on their way. */
export function useKeys(): Keys {
  const [keys] = useState(() => {
    const known = new Map<string, string>();
    const of = (...question: (string | number)[]) => {
      const name = JSON.stringify(question);
      const key = known.get(name) ?? crypto.randomUUID();
      known.set(name, key);
      return key;
    };
    return { of, forget: () => known.clear() };
  });
  return keys;
}
