import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Spinner } from "@/components/ui/spinner";
import type { ReaderState } from "./reader";

type Look = { tone: string; title: string; text: string; isBusy?: boolean };

function lookOf(state: ReaderState): Look {
  switch (state.is) {
    case "off":
      return {
        tone: "text-muted",
        title: "Reader not connected",
        text: "Connect it to take cards.",
      };
    case "connecting":
      return {
        tone: "text-info",
        title: "Connecting …",
        text: "Looking for the reader.",
        isBusy: true,
      };
    case "choose":
      return { tone: "text-info", title: "Which reader?", text: "More than one is in reach." };
    case "ready":
      return { tone: "text-good", title: "Reader ready", text: state.label };
    case "waiting":
      return {
        tone: "text-info",
        title: "Waiting for a card",
        text: `Tap, insert or swipe at ${state.label}.`,
        isBusy: true,
      };
    case "processing":
      return {
        tone: "text-info",
        title: "Processing …",
        text: "The bank is asked. Leave the card where it is.",
        isBusy: true,
      };
    case "gone":
      return { tone: "text-bad", title: "Reader gone", text: state.message };
  }
}

type Props = {
  state: ReaderState;
  /** Absent where this page has no say: the shop's server speaks to the reader. */
  connect?: () => void;
  /** Ends the search for a reader. */
  stop?: () => void;
  choose: (id: string) => void;
  children?: ReactNode;
};

/** What the reader is doing, always in view, and read out when it changes. */
export function ReaderStatus({ state, connect, stop, choose, children }: Props) {
  const { tone, title, text, isBusy } = lookOf(state);
  return (
    <div className="rounded-lg border border-line bg-surface p-4">
      <div className="flex items-center gap-4">
        <span
          className={cx(
            "flex size-12 shrink-0 items-center justify-center rounded-full bg-sunken",
            tone,
          )}
        >
          {isBusy ? <Spinner /> : <Icon name={state.is === "gone" ? "alert" : "terminal"} />}
        </span>
        <output className="block min-w-0 grow">
          <span className={cx("block font-semibold", tone)}>{title}</span>
          <span className="block text-sm text-muted">{text}</span>
        </output>
        {stop && (state.is === "connecting" || state.is === "choose") && (
          <Button variant="quiet" size="small" onClick={stop}>
            Stop
          </Button>
        )}
        {connect && (state.is === "off" || state.is === "gone") && (
          <Button variant="secondary" size="small" onClick={connect}>
            {state.is === "off" ? "Connect" : "Connect again"}
          </Button>
        )}
      </div>
      {state.is === "choose" && (
        <ul className="mt-3 flex flex-wrap gap-2">
          {state.found.map(({ id, label }) => (
            <li key={id}>
              <Button variant="secondary" size="small" onClick={() => choose(id)}>
                {label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
