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
.stack { display: grid; gap: 12px; } .stack > .badge { justify-self: start; }
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

export const checkoutStyles = `
body.checkout-body { background: linear-gradient(90deg, var(--soft) 50%, #fff 50%); }
.checkout { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); max-width: 1120px; margin: 0 auto; min-height: 100dvh; }
.summary { padding: 48px 64px 48px 32px; display: grid; gap: 14px; align-content: start; }
.summary header { display: flex; justify-content: space-between; align-items: center; gap: 12px; margin-bottom: 14px; }
.back { color: inherit; text-decoration: none; } .back:hover b { text-decoration: underline; }
.items { list-style: none; margin: 14px 0 4px; padding: 0; display: grid; gap: 16px; }
.items li { display: flex; gap: 14px; align-items: center; }
.thumb { width: 48px; height: 48px; border-radius: 8px; background: #e6e9f1; display: grid; place-items: center; font-weight: 650; color: #5b6478; object-fit: cover; flex: none; }
.item { flex: 1; display: grid; min-width: 0; overflow-wrap: anywhere; } .price { font-variant-numeric: tabular-nums; font-weight: 550; }
.totals { padding-top: 16px; border-top: 1px solid var(--line); font-size: 15px; }
.totals .grand { padding-top: 12px; margin-top: 4px; border-top: 1px solid var(--line); font-weight: 650; } .totals .grand dt { color: inherit; }
.form { padding: 48px 32px 64px 64px; }
.form form { display: grid; gap: 28px; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: grid; gap: 12px; }
legend { padding: 0; margin-bottom: 12px; }
.grid { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; } .grid .wide { grid-column: 1 / -1; }
.field { position: relative; min-width: 0; } .field label { display: block; margin-bottom: 4px; font-size: 14px; font-weight: 550; }
.input { width: 100%; min-height: 44px; padding: 9px 12px; font: inherit; color: inherit; background: #fff; border: 1px solid #cfd4de; border-radius: var(--radius); box-shadow: 0 1px 2px rgba(26, 31, 54, .04); }
select.input {
  appearance: none; padding-right: 36px;
  background-image: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='12' height='8' fill='none' stroke='%235b6478' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m1.5 1.5 4.5 4.5 4.5-4.5'/%3E%3C/svg%3E");
  background-repeat: no-repeat; background-position: right 13px center;
}
.input::placeholder { color: #717a8c; opacity: 1; }
.input:focus-visible { outline: 3px solid color-mix(in srgb, var(--accent) 28%, transparent); outline-offset: 0; border-color: var(--accent); }
.input[aria-invalid=true] { border-color: var(--danger); }
.error { margin-top: 5px; font-size: 14px; color: var(--danger); }
.number .input { padding-right: 54px; } .brand { position: absolute; right: 12px; top: 36px; } .brand svg { width: 28px; height: 18px; }
.notice { margin-bottom: 24px; padding: 12px 14px; border-radius: var(--radius); font-weight: 550; }
.notice.error { background: #fdecef; color: #8f0e2e; } .notice.info { background: #eeedff; color: #2f288f; }
.known { padding: 11px 12px; border-radius: var(--radius); background: var(--soft); }
.method-list { border: 1px solid #cfd4de; border-radius: 10px; overflow: hidden; background: #fff; }
.method:has(> .remove-saved) { display: flex; align-items: center; } .method:has(> .remove-saved) .choice { flex: 1; }
.remove-saved { border: 0; background: none; padding: 12px 16px; font: inherit; font-size: 14px; color: #5146e5; text-decoration: underline; text-underline-offset: 2px; cursor: pointer; } .remove-saved:hover { color: #3a30b8; }
.method + .method { border-top: 1px solid var(--line); }
.choice { display: flex; gap: 12px; align-items: center; padding: 13px 16px; cursor: pointer; }
.choice input, .checkbox input { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); flex: none; }
.choice-label { display: flex; gap: 10px; align-items: center; flex: 1; } .choice-label b { margin-left: auto; font-weight: 550; } .choice-label .quiet { margin-left: auto; }
.choice-label svg { display: block; flex: none; height: 18px; width: 28px; }
.panel { display: none; padding: 2px 16px 18px; } .method:has(> .choice input:checked) .panel { display: block; }
.only .method-list { border: 0; overflow: visible; } .only .choice { display: none; } .only .panel { padding: 0; }
.checkbox { display: flex; gap: 10px; align-items: center; font-size: 14px; cursor: pointer; }
.scripted .no-script { display: none; }
.brand { display: block; max-height: 32px; max-width: 180px; }
.promotion summary { cursor: pointer; color: var(--accent-dark); font-weight: 550; padding: 4px 0; width: fit-content; }
.code { display: flex; gap: 10px; align-items: end; } .code .field { flex: 1; } p.code { justify-content: space-between; align-items: center; }
.promotion .code { align-items: start; padding-top: 8px; } .promotion .code .button { margin-top: 25px; }
.button.pay { min-height: 52px; font-size: 17px; }
body.step { min-height: 0; background: transparent; }
.challenge-frame { display: block; width: 100%; height: 520px; border: 0; }
.embedded.checkout-body { background: transparent; min-height: 0; } .embedded .checkout { display: block; min-height: 0; max-width: 560px; }
.embedded .summary.summary { padding: 4px 4px 24px; background: none; border: 0; } .embedded .form { padding: 8px 4px; }
@media (max-width: 860px) {
  body.checkout-body { background: #fff; }
  .checkout { display: block; } .summary { padding: 20px 18px 24px; background: var(--soft); border-bottom: 1px solid var(--line); }
  .form { padding: 28px 18px 48px; max-width: 620px; margin: 0 auto; }
}
`;

export const otherPageStyles = `
.voucher .bars { margin: 0; display: grid; gap: 8px; } .bars svg { width: 100%; height: 56px; }
.bars figcaption { text-align: center; font-variant-numeric: tabular-nums; letter-spacing: .06em; font-size: 14px; }
.receipt { width: min(100%, 520px); display: grid; gap: 16px; } .receipt header { display: flex; justify-content: space-between; align-items: center; }
.receipt .facts + h2 { margin-top: 8px; } .receipt .notice { margin: 0; }
.portal-page { max-width: 680px; margin: 0 auto; padding: 40px 18px 64px; display: grid; gap: 14px; }
.portal-page header { display: flex; justify-content: space-between; align-items: center; margin-bottom: 18px; }
.saved { list-style: none; margin: 8px 0 0; padding: 0; display: grid; gap: 12px; }
.saved li { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: center; justify-content: space-between; padding: 16px 20px; box-shadow: none; }
.saved-name { display: flex; gap: 14px; align-items: center; } .saved-name > span:not(.tag) { display: grid; } .saved-name svg { display: block; width: 34px; height: 22px; }
.saved form { display: flex; gap: 8px; } .saved .button { gap: 0; min-height: 40px; padding: 6px 14px; font-size: 15px; }
.tag { padding: 1px 8px; border-radius: 6px; background: #e5f5ec; color: #0a5c33; font-size: 13px; font-weight: 600; }
`;
