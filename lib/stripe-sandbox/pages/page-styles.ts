/** One style sheet for the pages that the sandbox shows to shoppers. */
export const pageStyles = `
:root {
  color-scheme: light; --ink: #1a1f36; --quiet: #5b6478; --line: #e3e6ed; --soft: #f6f7fa;
  --accent: #5146e5; --accent-dark: #4338ca; --danger: #b3123a; --success: #0b7a43; --radius: 8px;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0; min-height: 100dvh; color: var(--ink); background: var(--soft);
  font: 16px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  -webkit-font-smoothing: antialiased;
}
h1 { margin: 0; font-size: 22px; line-height: 1.25; letter-spacing: -.015em; font-weight: 650; }
h2 { margin: 0; font-size: 17px; line-height: 1.3; letter-spacing: -.01em; font-weight: 650; }
p { margin: 0; }
a { color: var(--accent-dark); }
.quiet { color: var(--quiet); }
.small { font-size: 14px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.badge {
  display: inline-block; padding: 2px 9px; border-radius: 999px; font-size: 12px; line-height: 1.5; font-weight: 650;
  background: #ffe1a8; color: #5c3a00; letter-spacing: .01em;
}
.button {
  display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 46px; padding: 10px 18px;
  border: 1px solid transparent; border-radius: var(--radius); background: var(--accent); color: #fff;
  font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; transition: background .12s ease, box-shadow .12s ease;
}
.button:hover { background: var(--accent-dark); }
.button.plain { background: #fff; color: var(--ink); border-color: #cfd4de; }
.button.plain:hover { background: var(--soft); }
.button[disabled], .button[aria-disabled=true] { opacity: .6; cursor: default; }
:focus-visible { outline: 3px solid color-mix(in srgb, var(--accent) 45%, transparent); outline-offset: 2px; }
.card { background: #fff; border: 1px solid var(--line); border-radius: 14px; padding: 28px; box-shadow: 0 8px 30px rgba(26, 31, 54, .07); }
.narrow { width: min(100%, 440px); }
.stack { display: grid; gap: 12px; }
.facts { margin: 0; display: grid; gap: 8px; }
.facts div { display: flex; justify-content: space-between; gap: 20px; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
body.centered, body.overlay { display: grid; place-items: center; padding: 24px 16px; }
body.overlay { background: transparent; }
body.overlay .card { box-shadow: 0 24px 80px rgba(10, 14, 34, .35); border-color: transparent; }
.bank { display: grid; gap: 20px; }
.bank header { display: flex; justify-content: space-between; align-items: center; gap: 12px; }
.bank-name { display: flex; gap: 10px; align-items: center; font-weight: 650; }
.bank-name svg { display: block; }
.bank form { display: grid; gap: 10px; }
.bank .facts { padding: 14px 16px; border-radius: 10px; background: var(--soft); }
.amount { font-size: 34px; line-height: 1.1; font-weight: 680; letter-spacing: -.03em; font-variant-numeric: tabular-nums; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;
