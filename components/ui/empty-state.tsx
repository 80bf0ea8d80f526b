import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  children?: ReactNode;
  picture?: ReactNode;
  actions?: ReactNode;
  as?: "h1" | "h2";
};

export function EmptyState({ title, children, picture, actions, as: Heading = "h2" }: Props) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-4 px-4 py-16 text-center">
      {picture}
      <Heading className="text-2xl">{title}</Heading>
      {children && <div className="text-muted">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  );
}
