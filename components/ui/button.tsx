import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Link } from "./link";

const variants = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  solid: "bg-solid text-on-solid hover:bg-solid-strong",
  secondary: "border border-line-strong bg-surface text-ink hover:border-ink hover:bg-sunken",
  quiet: "text-ink hover:bg-sunken",
  /** Brings its own colours in `className`. */
  bare: "",
  danger: "border border-bad text-bad hover:bg-bad-soft",
} as const;

const sizes = {
  small: "target px-3.5 text-sm",
  medium: "target px-5 text-base",
  large: "min-h-13 px-7 text-lg",
  icon: "target",
} as const;

type Look = { variant?: keyof typeof variants; size?: keyof typeof sizes; wide?: boolean };

export function buttonClass({ variant = "primary", size = "medium", wide }: Look): string {
  return cx(
    "inline-flex items-center justify-center gap-2 rounded-md text-center leading-tight font-semibold",
    "transition-colors aria-disabled:opacity-60 disabled:cursor-not-allowed disabled:opacity-60",
    variants[variant],
    sizes[size],
    wide && "w-full",
  );
}

export function Button({
  variant,
  size,
  wide,
  className,
  type = "button",
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button type={type} className={cx(buttonClass({ variant, size, wide }), className)} {...rest} />
  );
}

export function LinkButton({
  variant,
  size,
  wide,
  className,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return <Link className={cx(buttonClass({ variant, size, wide }), className)} {...rest} />;
}
