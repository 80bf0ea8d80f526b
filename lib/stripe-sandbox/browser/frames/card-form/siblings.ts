/**
 * The frames of a card form in three elements find each other here. They share the sandbox's
 * origin, so the store's page, which does not, cannot listen in.
 */
export type SiblingValues = Readonly<Record<string, { value: string; complete: boolean }>>;

export type Siblings = {
  /** Everything that the other frames of the group hold; they show what is incomplete. */
  ask(wanted: readonly string[], insist: boolean): Promise<SiblingValues>;
  tell(brand: string): void;
};

type Message =
  | { kind: "ask"; ask: string; insist: boolean }
  | { kind: "answer"; ask: string; type: string; value: string; complete: boolean }
  | { kind: "brand"; brand: string };

type Self = {
  type: string;
  answer(insist: boolean): { value: string; complete: boolean };
  onBrand(brand: string): void;
};

const patienceMs = 1000;

export function joinSiblings(group: string, self: Self): Siblings {
  const channel = new BroadcastChannel(`card-form-${group}`);
  // A channel has no target: it is heard in this origin only.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const post = (message: Message) => channel.postMessage(message);
  const hear = (handle: (message: Message) => void) =>
    channel.addEventListener("message", ({ data }: MessageEvent<Message>) => handle(data));
  hear((message) => {
    if (message.kind === "ask") {
      post({ kind: "answer", ask: message.ask, type: self.type, ...self.answer(message.insist) });
    }
    if (message.kind === "brand") self.onBrand(message.brand);
  });

  return {
    tell: (brand) => post({ kind: "brand", brand }),
    ask(wanted, insist) {
      const ask = crypto.randomUUID();
      const answers: Record<string, { value: string; complete: boolean }> = {};
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(answers), patienceMs);
        hear((message) => {
          if (message.kind !== "answer" || message.ask !== ask) return;
          answers[message.type] = { value: message.value, complete: message.complete };
          if (wanted.every((type) => type in answers)) {
            clearTimeout(timer);
            resolve(answers);
          }
        });
        post({ kind: "ask", ask, insist });
      });
    },
  };
}
