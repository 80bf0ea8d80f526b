import { Html } from "./html";

/**
 * One design for every mail. Mail programs know tables and inline styles and little else, so the
 * layout is tables and each colour stands at its element; the style sheet only adds what the better
 * programs can do (dark mode, narrow screens).
 */
export const ink = "#10283a";
export const muted = "#4b5f6b";
export const line = "#dbe3e2";
export const font = "'Avenir Next','Segoe UI','Helvetica Neue','Liberation Sans',Arial,sans-serif";
export const accents = { good: "#246043", bad: "#ad231b", neutral: "#1b587d" } as const;

export const styles = new Html(`<style>
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  a { color: inherit; }
  @media (max-width: 620px) {
    .pad { padding-left: 24px !important; padding-right: 24px !important; }
    .half { display: block !important; width: auto !important; padding-right: 0 !important; }
    .half + .half { padding-top: 20px !important; }
    .outer { padding: 0 !important; }
    .sheet { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
    .button { display: block !important; text-align: center !important; }
  }
  @media (prefers-color-scheme: dark) {
    .ground { background: #0c1922 !important; }
    .sheet { background: #132733 !important; border-color: #294150 !important; }
    .ink { color: #eaf1f1 !important; }
    .muted { color: #a9bbc3 !important; }
    .rule { border-color: #294150 !important; }
    .panel { background: #0c1922 !important; }
    .button { background: #ff8058 !important; color: #1c0d05 !important; }
    .eyebrow { color: #93cdf0 !important; }
  }
</style>`);
