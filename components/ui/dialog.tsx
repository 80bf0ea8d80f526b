"use client";
import { useId, useRef, type ComponentProps, type ReactNode } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

type Props = {
  title: ReactNode;
  /** What the button that opens it says. */
  opener: ReactNode;
  openerLook?: Pick<ComponentProps<typeof Button>, "variant" | "size" | "wide">;
  closeLabel: string;
  children: ReactNode;
};

/** The browser's own dialog: focus stays in it, Escape closes it, focus returns to the opener. */
export function Dialog({ title, opener, openerLook, closeLabel, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button {...openerLook} onClick={() => dialog.current?.showModal()}>
        {opener}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-6 text-ink shadow-floating backdrop:bg-[rgb(0_12_20/0.55)]"
      >
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={titleId} className="text-xl">
            {title}
          </h2>
          <Button
            variant="quiet"
            size="icon"
            className="-mt-2 -mr-2"
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" label={closeLabel} />
          </Button>
        </div>
        {children}
      </dialog>
    </>
  );
}
