/** The dashboard's own script: it reads `/_sandbox/overview` every two seconds. */
export const dashboardScript = String.raw`
const $ = (id) => document.getElementById(id);
const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node[name] = value;
  node.append(...children);
  return node;
};
const call = async (method, path, body) => {
  const headers = { "content-type": "application/json" };
  const answer = await fetch("/_sandbox/" + path, { method, headers, body: body && JSON.stringify(body) });
  return answer.json();
};
const digits = (currency) => new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
const money = (minor, currency) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).format(minor / 10 ** digits(currency));
const time = (seconds) => new Date(seconds * 1000).toLocaleString("en", { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const hour = (seconds) => make("time", { title: time(seconds) }, new Date(seconds * 1000).toLocaleTimeString("en", { hour12: false }));
const tones = { succeeded: "good", delivered: "good", canceled: "bad", failed: "bad", requires_action: "wait", requires_capture: "wait", processing: "wait", pending: "wait" };
const status = (word) => make("span", { className: "status " + (tones[word] || "") }, word.replaceAll("_", " "));
const cells = (...contents) => make("tr", {}, ...contents.map((content) => make("td", {}, content)));
let shown = null;

function paymentRow(payment) {
  const total = money(payment.amount, payment.currency) + (payment.refunded ? " (−" + money(payment.refunded, payment.currency) + ")" : "");
  const row = cells(total, status(payment.status), hour(payment.created), make("code", {}, payment.id));
  row.firstChild.className = "amount";
  return row;
}
function eventRow(event) {
  const open = make("button", { className: "link", onclick: () => show(event.id) }, event.type);
  const states = event.deliveries.map((delivery) => status(delivery.status));
  return cells(open, states.length ? make("span", {}, ...states) : make("span", { className: "quiet" }, "no endpoint"), hour(event.created), make("code", {}, event.object || ""));
}
function faultLine(fault) {
  const what = fault.endpoint || fault.events || fault.command;
  const kind = fault.kind.is || fault.kind;
  return make("li", {}, make("code", {}, what), " — " + kind.replaceAll("_", " ") + (fault.times ? ", " + fault.times + " more" : ""));
}
const fill = (id, rows, empty) => $(id).replaceChildren(...(rows.length ? rows : [empty]));
const nothing = (columns, text) => make("tr", {}, make("td", { colSpan: columns, className: "quiet" }, text));
async function refresh() {
  const data = await call("GET", "overview");
  const moved = data.clock.offset_seconds ? " (moved " + Math.round(data.clock.offset_seconds / 60) + " min)" : "";
  $("clock").textContent = time(data.clock.now) + moved;
  fill("payments", data.payments.map(paymentRow), nothing(4, "No payments yet."));
  fill("events", data.events.map(eventRow), nothing(4, "No events yet."));
  fill("endpoints", data.endpoints.map((endpoint) => make("li", {}, make("code", {}, endpoint.url), " ", status(endpoint.status))), make("li", { className: "quiet" }, "None."));
  fill("faults", [...data.faults.requests, ...data.faults.webhooks, ...data.faults.readers].map(faultLine), make("li", { className: "quiet" }, "None: everything works."));
}
async function show(id) {
  const { event, deliveries } = await call("GET", "events/" + id);
  shown = id;
  $("detail-title").textContent = event.type;
  const tries = deliveries.flatMap((delivery) => delivery.attempts.map((attempt) => time(attempt.at) + ": " + (attempt.error || attempt.status)));
  $("detail-deliveries").textContent = tries.length ? tries.join(" · ") : "Not delivered to any endpoint.";
  $("detail-json").textContent = JSON.stringify(event, null, 2);
  $("detail").showModal();
}
$("resend").onclick = async () => { await call("POST", "events/" + shown + "/resend", {}); $("detail").close(); refresh(); };
$("clear").onclick = async () => { await call("DELETE", "faults"); refresh(); };
$("fault").onsubmit = async (submit) => {
  submit.preventDefault();
  const form = new FormData(submit.target);
  const fault = { endpoint: form.get("endpoint"), kind: form.get("kind"), ms: 3000, times: Number(form.get("times")) || null };
  await call("POST", "faults", { requests: [fault] });
  refresh();
};
for (const button of document.querySelectorAll("[data-advance]")) {
  button.onclick = async () => { await call("POST", "clock", { advance: Number(button.dataset.advance) }); refresh(); };
}
refresh();
setInterval(refresh, 2000);
`;
