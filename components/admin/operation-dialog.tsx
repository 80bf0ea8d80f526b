"use client";
import {
  useActionState,
  useId,
  useRef,
  useState,
  type ComponentProps,
  type ReactNode,
} from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction, FormState } from "@/lib/http/form";
import { FormMessage } from "./form-message";

export type Operation = {
  /** What the button that opens it says. */
  opener: ReactNode;
  openerLook?: Pick<ComponentProps<typeof Button>, "variant" | "size">;
  /**
   * False hides the button. The dialog stays, because the operation that it has just done may be what
   * made it impossible, and its answer has to be read.
   */
  isAvailable: boolean;
  title: string;
  lead?: ReactNode;
  submit: string;
  pending: string;
  /** Fields that the page made; among them the key that makes a second click a replay. */
  hidden: Record<string, string>;
  action: FormAction;
};

type Props = Operation & { fields?: (state: FormState) => ReactNode };

/** One operation behind one button: the browser's own dialog with a form, and then its outcome. */
export function OperationDialog({ opener, openerLook, isAvailable, title, ...form }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Opened again it is a new form, not the outcome of the last one.
  const [round, setRound] = useState(0);
  const close = () => dialog.current?.close();
  return (
    <>
      {isAvailable && (
        <Button size="small" {...openerLook} onClick={() => dialog.current?.showModal()}>
          {opener}
        </Button>
      )}
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        onClose={() => setRound((before) => before + 1)}
        className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-5 text-base font-normal text-ink shadow-floating backdrop:bg-[rgb(0_12_20/0.55)] sm:p-6"
      >
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id={titleId} className="pt-1.5 text-lg">
            {title}
          </h2>
          <Button variant="quiet" size="icon" className="-mt-1 -mr-2" onClick={close}>
            <Icon name="close" label="Close" />
          </Button>
        </div>
        <OperationForm key={round} {...form} close={close} />
      </dialog>
    </>
  );
}

type FormProps = Pick<Props, "lead" | "submit" | "pending" | "hidden" | "action" | "fields"> & {
  close: () => void;
};

function OperationForm({ lead, submit, pending, hidden, action, fields, close }: FormProps) {
  const [state, send] = useActionState(action, { is: "idle" });
  return (
    <form action={send} className="flex flex-col gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {lead && state.is !== "done" && <div className="text-sm text-muted">{lead}</div>}
      <FormMessage state={state} />
      {state.is !== "done" && fields?.(state)}
      <div className="mt-1 flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={close}>
          {state.is === "done" ? "Close" : "Not now"}
        </Button>
        {state.is !== "done" && (
          <SubmitButton variant="solid" pendingLabel={pending}>
            {submit}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
