import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

/** What a control needs so that its label, hint and error are read out with it. */
export type Control = {
  id: string;
  name: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type Props = {
  name: string;
  label: ReactNode;
  /** Unique in the page; the name is, unless two forms share it. */
  id?: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** Fields are required unless they say that they are not. */
  optionalLabel?: string;
  hideLabel?: boolean;
  className?: string;
  children: (control: Control) => ReactNode;
};

/** A label above, a hint below it, the control, and the error where the eye already is. */
export function Field({ name, label, hint, error, required, className, children, ...rest }: Props) {
  const id = rest.id ?? name;
  const describedBy = cx(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined;
  const control: Control = { id, name, required, "aria-describedby": describedBy };
  if (error) control["aria-invalid"] = true;
  return (
    <div className={cx("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className={cx("text-sm font-semibold", rest.hideLabel && "sr-only")}>
        {label}
        {rest.optionalLabel && (
          <span className="font-normal text-muted"> ({rest.optionalLabel})</span>
        )}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-0.5 text-sm text-muted">
          {hint}
        </p>
      )}
      {children(control)}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-semibold text-bad">
          <Icon name="alert" className="mt-0.5 size-4" />
          {error}
        </p>
      )}
    </div>
  );
}
