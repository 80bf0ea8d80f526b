import { cx } from "./cx";

/** Drawn on a grid of 24 with a line of 1.75, round ends. */
const paths = {
  alert: "M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.6v.1",
  arrowLeft: "M20 12H4m6.5-6.5L4 12l6.5 6.5",
  arrowRight: "M4 12h16m-6.5-6.5L20 12l-6.5 6.5",
  bag: "M5 8.5h14l1 11.5H4L5 8.5Zm3.5 3V7a3.5 3.5 0 0 1 7 0v4.5",
  box: "M4 8v8.5l8 4 8-4V8M4 8l8-4 8 4M4 8l8 4 8-4m-8 4v8.5M8 6l8 4",
  calendar: "M4.5 6h15v14h-15V6Zm0 4.5h15M8.5 3.5v4m7-4v4",
  card: "M3 6h18v12.5H3V6Zm0 4h18M6.5 15h4",
  check: "m4.5 12.5 5 5 10-11",
  checkCircle: "M21 12a9 9 0 1 1-9-9 9 9 0 0 1 9 9Zm-13 .3 2.8 2.8L16 9.5",
  chevronDown: "m6 9.5 6 6 6-6",
  chevronLeft: "m14.5 6-6 6 6 6",
  chevronRight: "m9.5 6 6 6-6 6",
  chevronUp: "m6 14.5 6-6 6 6",
  clock: "M21 12a9 9 0 1 1-9-9 9 9 0 0 1 9 9Zm-9-5v5.2l3.5 2.3",
  close: "m6 6 12 12M18 6 6 18",
  copy: "M8.5 8.5h11v11h-11v-11Zm7-4h-11v11",
  download: "M12 4v11.5m-5-5 5 5 5-5M4.5 20h15",
  edit: "M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5l-4.5 1Zm9-12.5 3.5 3.5",
  external: "M10 5.5H5v13.5h13.5V14M13.5 4.5h6v6m0-6-9 9",
  filter: "M4 7h16M7 12h10m-7 5h4",
  gift: "M4 9h16v4H4V9Zm1.5 4v7.5h13V13M12 9v11.5M12 9c-4.5 0-5-5-2.5-5S12 9 12 9Zm0 0c4.5 0 5-5 2.5-5S12 9 12 9",
  info: "M21 12a9 9 0 1 1-9-9 9 9 0 0 1 9 9Zm-9-1v5.5m0-8.8v.1",
  lock: "M5.5 10.5h13v9.5h-13v-9.5Zm3 0V8a3.5 3.5 0 0 1 7 0v2.5M12 14v2.5",
  mail: "M3.5 6h17v12.5h-17V6Zm0 1 8.5 6.5L20.5 7",
  menu: "M4 7h16M4 12h16M4 17h16",
  minus: "M5 12h14",
  percent:
    "M18.5 5.5l-13 13M7.5 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm9 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  phone: "M7 3.5h10v17H7v-17Zm3.5 14h3",
  plus: "M12 5v14M5 12h14",
  print: "M7 9V4h10v5M7 16.5H4V9h16v7.5h-3m-10-3h10V20H7v-6.5Z",
  receipt: "M6 3.5h12v17l-2.4-1.6-1.8 1.6-1.8-1.6-1.8 1.6-1.8-1.6L6 20.5v-17ZM9.5 8.5h5m-5 4h5",
  refresh: "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.5m0-5v5h-5",
  refund: "M8 5 4 9l4 4M4 9h10.5a5.25 5.25 0 0 1 0 10.5H8",
  search: "M17 10.5A6.5 6.5 0 1 1 10.5 4a6.5 6.5 0 0 1 6.5 6.5Zm-1.9 4.6L20.5 20.5",
  ship: "M3.5 14.5h17L18 19.5H6l-2.5-5ZM6.5 14.5V10h11v4.5M10 10V5h4.5v5",
  sort: "M8 5v14m-4-4 4 4 4-4m4 4V5m-4 4 4-4 4 4",
  tag: "M4 4h8l8.5 8.5-8 8L4 12V4Zm4.5 4.5h.1",
  terminal: "M7 3h10v18H7V3Zm3 3.5h4v4h-4v-4Zm0 7.5h.1m3.9 0h.1M10 17.5h.1m3.9 0h.1",
  trash: "M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13h9l1-13m-7 3.5v6m3-6v6",
  user: "M16 8a4 4 0 1 1-4-4 4 4 0 0 1 4 4ZM4.5 20.5c.7-4 3.5-6 7.5-6s6.800 2 7.500 6",
} as const;

export type IconName = keyof typeof paths;

type Props = {
  name: IconName;
  className?: string;
  /** Left out: decoration beside a text. */ label?: string;
};

export function Icon({ name, className, label }: Props) {
  const naming = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    <svg
      viewBox="0 0 24 24"
      className={cx("size-5 shrink-0", className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...naming}
    >
      <path d={paths[name]} />
    </svg>
  );
}
