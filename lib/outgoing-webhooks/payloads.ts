/** What a program is told about, and how it wants to be told. */
export type Telling = { topic: string; include: readonly string[]; subjectId: string };

/** How a dialect tells. Null: what it is about is not there any more. */
export type Teller = {
  bodyOf(telling: Telling): Promise<string | null>;
  headersOf(sent: { topic: string; body: string; sharedSecret: string }): Record<string, string>;
};

type LoadTeller = () => Promise<Teller>;

declare global {
  var tenderTellers: Map<string, LoadTeller> | undefined;
}

/**
 * The server says at its start which dialects there are: no domain looks at a dialect. One is loaded when
 * it first has something to tell. Kept on `globalThis`, because one process may hold several bundles of us.
 */
export function registerTeller(dialect: string, load: LoadTeller): void {
  (globalThis.tenderTellers ??= new Map()).set(dialect, load);
}

export async function tellerOf(dialect: string): Promise<Teller | undefined> {
  return globalThis.tenderTellers?.get(dialect)?.();
}
