import type { ComponentProps } from "react";

type Props = ComponentProps<"img"> & { src: string; alt: string; width: number; height: number };

/**
 * A picture with its size, so that nothing moves when it comes. Not the framework's image component:
 * pictures here are vectors, which have nothing to resize, and it would cost every page its script.
 */
export function Img({ alt, loading = "lazy", ...rest }: Props) {
  // What is in view from the start belongs to the first frame; the rest may come when there is time.
  const decoding = loading === "eager" ? "sync" : "async";
  // oxlint-disable-next-line nextjs/no-img-element
  return <img alt={alt} loading={loading} decoding={decoding} {...rest} />;
}
