export type ChallengeEnd = "completed" | "failed" | "dismissed";

/**
 * Shows a bank's page over the whole store page. A modal `<dialog>` makes the rest of the page
 * inert, so the focus cannot leave it; closing it counts as failing, as with a real bank.
 */
export function openChallenge(origin: string, url: string): Promise<ChallengeEnd> {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", "Authenticate your payment (Sandbox)");
  Object.assign(dialog.style, {
    position: "fixed",
    inset: "0",
    width: "100vw",
    height: "100dvh",
    maxWidth: "none",
    maxHeight: "none",
    margin: "0",
    padding: "0",
    border: "0",
    overflow: "hidden",
    background: "rgba(16, 20, 36, .62)",
    colorScheme: "light",
  });
  const iframe = document.createElement("iframe");
  iframe.src = url;
  iframe.title = "3D Secure authentication (Sandbox)";
  Object.assign(iframe.style, {
    display: "block",
    width: "100%",
    height: "100%",
    border: "0",
    colorScheme: "light",
  });
  dialog.append(iframe);
  const cameFrom = document.activeElement;

  return new Promise((resolve) => {
    const finish = (end: ChallengeEnd) => {
      window.removeEventListener("message", receive);
      dialog.close();
      dialog.remove();
      if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
      resolve(end);
    };
    const dismiss = async () => {
      await failChallenge(url);
      finish("dismissed");
    };
    const receive = (event: MessageEvent) => {
      if (event.source !== iframe.contentWindow || event.origin !== origin) return;
      const type: unknown = Reflect.get(Object(event.data), "type");
      if (type === "challenge") {
        finish(Reflect.get(event.data, "status") === "completed" ? "completed" : "failed");
      }
      if (type === "challenge-dismiss") void dismiss();
    };
    window.addEventListener("message", receive);
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      void dismiss();
    });
    document.body.append(dialog);
    dialog.showModal();
    iframe.addEventListener("load", () => iframe.focus());
  });
}

/** The bank must hear of it too, or the intent would wait for ever. */
async function failChallenge(url: string): Promise<void> {
  const body = new URLSearchParams({ outcome: "fail" });
  await fetch(url, { method: "POST", body, mode: "no-cors" }).catch(() => undefined);
}
