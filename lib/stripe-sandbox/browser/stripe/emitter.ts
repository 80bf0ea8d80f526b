type Handler = (event: never) => unknown;

export type Emitter = {
  on(name: string, handler: Handler): void;
  once(name: string, handler: Handler): void;
  /** Without a handler, all handlers of that name go. */
  off(name: string, handler?: Handler): void;
  emit(name: string, event: unknown): boolean;
};

/** A handler that throws must not keep the others from hearing. */
export function createEmitter(): Emitter {
  const handlers = new Map<string, Set<Handler>>();
  const of = (name: string) => {
    const set = handlers.get(name) ?? new Set();
    handlers.set(name, set);
    return set;
  };
  const wrappers = new Map<Handler, Handler>();
  const off = (name: string, handler?: Handler) => {
    if (handler === undefined) return of(name).clear();
    of(name).delete(handler);
    of(name).delete(wrappers.get(handler) ?? handler);
  };
  return {
    on: (name, handler) => void of(name).add(handler),
    once(name, handler) {
      const wrapper: Handler = (event) => {
        off(name, handler);
        Reflect.apply(handler, undefined, [event]);
      };
      wrappers.set(handler, wrapper);
      of(name).add(wrapper);
    },
    off,
    emit(name, event) {
      const called = [...of(name)];
      for (const handler of called) {
        try {
          Reflect.apply(handler, undefined, [event]);
        } catch (error) {
          setTimeout(() => {
            throw error;
          });
        }
      }
      return called.length > 0;
    },
  };
}
