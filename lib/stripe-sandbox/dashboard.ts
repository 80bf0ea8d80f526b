import { dashboardScript } from "./dashboard-script";

/** The page at `/`: payments, events with their deliveries, faults and the clock, live. */
export function dashboardPage(merchant: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Stripe sandbox</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header>
  <h1>${escape(merchant)} <span class="badge">Sandbox</span></h1>
  <p class="clock"><span id="clock">…</span>
    <button data-advance="180">+3 min</button><button data-advance="86400">+1 day</button>
    <button data-advance="604800">+7 days</button></p>
</header>
<main>
  <section aria-labelledby="payments-title"><h2 id="payments-title">Payments</h2>
    <div class="scroll"><table><thead><tr><th>Amount<th>Status<th>When<th>Payment</tr></thead>
    <tbody id="payments"></tbody></table></div></section>
  <section aria-labelledby="events-title"><h2 id="events-title">Events</h2>
    <div class="scroll"><table><thead><tr><th>Event<th>Deliveries<th>When<th>Object</tr></thead>
    <tbody id="events"></tbody></table></div></section>
  <section aria-labelledby="endpoints-title"><h2 id="endpoints-title">Webhook endpoints</h2>
    <ul id="endpoints" class="plain"></ul></section>
  <section aria-labelledby="faults-title"><h2 id="faults-title">Faults on demand</h2>
    <form id="fault">
      <label>Endpoint <input name="endpoint" value="POST /v1/*" required></label>
      <label>Fault <select name="kind"><option value="status">answer 500</option>
        <option value="latency">3 s late</option><option value="refused">connection dropped</option>
        <option value="dropped_after_effect">answer dropped after the effect</option>
        <option value="cut_answer">answer cut</option></select></label>
      <label>Times <input name="times" type="number" min="1" value="1"></label>
      <button>Add</button> <button type="button" id="clear">Clear all</button>
    </form>
    <ul id="faults" class="plain"></ul></section>
</main>
<dialog id="detail"><form method="dialog"><button aria-label="Close">×</button></form>
  <h2 id="detail-title"></h2><p id="detail-deliveries"></p>
  <p><button id="resend">Send again</button></p><pre id="detail-json"></pre></dialog>
<script type="module">${dashboardScript}</script>
</body>
</html>`;
}

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const style = `
:root{color-scheme:light;--ink:#1a1f36;--quiet:#5b6478;--line:#e3e8ee;--brand:#4b45c6;--soft:#f6f8fb}
*{box-sizing:border-box}
body{margin:0;font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--ink);background:var(--soft)}
header{display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:center;justify-content:space-between;padding:1rem clamp(1rem,4vw,3rem);background:#fff;border-bottom:1px solid var(--line)}
h1{font-size:1.15rem;margin:0}h2{font-size:1rem;margin:0 0 .75rem}
.badge{background:#fff1d6;color:#7a4a00;border-radius:999px;padding:.1rem .6rem;font-size:.75rem;font-weight:600;vertical-align:.1em}
.clock{margin:0;display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;color:var(--quiet);font-variant-numeric:tabular-nums}
main{max-width:76rem;margin:auto;display:grid;gap:1.25rem;padding:1.25rem clamp(1rem,4vw,3rem);grid-template-columns:repeat(auto-fit,minmax(min(100%,46rem),1fr));align-items:start}
section{background:#fff;border:1px solid var(--line);border-radius:12px;padding:1.1rem;box-shadow:0 1px 2px #1a1f360a;min-width:0}
.scroll{overflow:auto;max-height:26rem}
table{width:100%;border-collapse:collapse}
th{text-align:left;font-size:.75rem;font-weight:600;color:var(--quiet);padding:.3rem .5rem;border-bottom:1px solid var(--line);position:sticky;top:0;background:#fff}
td{padding:.5rem;border-bottom:1px solid var(--line);white-space:nowrap}
td.amount{font-weight:600;font-variant-numeric:tabular-nums;text-align:left}
tr:last-child td{border-bottom:0}
td:nth-child(3){color:var(--quiet);font-variant-numeric:tabular-nums}
.status+.status{margin-left:.25rem}
@media(max-width:40rem){th:nth-child(n+3),td:nth-child(n+3){display:none}td:first-child{white-space:normal}header{display:block}.clock{margin-top:.5rem}}
code,pre{font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}
.status{white-space:nowrap;border-radius:6px;padding:.1rem .5rem;font-size:.78rem;font-weight:600;background:#eef1f6;color:#3a4258}
.status.good{background:#dcf5e4;color:#0c5a2b}.status.bad{background:#fde4e6;color:#8c1426}.status.wait{background:#fff1d6;color:#7a4a00}
button{font:inherit;font-size:.85rem;border:1px solid var(--line);background:#fff;color:var(--ink);border-radius:8px;padding:.3rem .7rem;cursor:pointer}
button:hover{border-color:#b9c2d0}button:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid #a7a3f0;outline-offset:1px}
button.link{text-align:left;overflow-wrap:anywhere;border:0;padding:0;margin:0;color:var(--brand);background:none;text-decoration:underline;text-underline-offset:2px}
form#fault{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end}
label{font-size:.8rem;color:var(--quiet);display:grid;gap:.2rem}
input,select{font:inherit;padding:.35rem .5rem;border:1px solid #c6cfdb;border-radius:8px;color:var(--ink);background:#fff;max-width:100%}
input[type=number]{width:5rem}
.plain{list-style:none;margin:.6rem 0 0;padding:0}.plain li{padding:.35rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
.quiet{color:var(--quiet)}
dialog{border:0;border-radius:14px;padding:1.4rem;width:min(52rem,94vw);max-height:86vh;box-shadow:0 20px 60px #1a1f3655}
dialog form{float:right}dialog::backdrop{background:#1a1f3688}
pre{background:var(--soft);padding:1rem;border-radius:10px;overflow:auto}
`;
