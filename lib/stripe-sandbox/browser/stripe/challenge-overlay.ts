import { openDialog } from "./modal";

export type ChallengeEnd = "completed" | "failed" | "dismissed";

/** Shows a bank's page over the whole store page. Closing it counts as failing, as with a bank. */
export function openChallenge(origin: string, url: string): Promise<ChallengeEnd> {
  return openPage(origin, url, "3D Secure authentication (Sandbox)", () => failChallenge(url));
}

function openPage(
  origin: string,
  url: string,
  title: string,
  onDismiss: () => Promise<void>,
): Promise<ChallengeEnd> {
  const iframe = document.createElement("iframe");
  iframe.src = url;
  iframe.title = title;
  Object.assign(iframe.style, {
    display: "block",
    width: "100%",
    height: "100%",
    border: "0",
    colorScheme: "light",
  });
  return new Promise((resolve) => {
    const finish = (end: ChallengeEnd) => {
      window.removeEventListener("message", receive);
      dialog.close();
      resolve(end);
    };
    const dismiss = async () => {
      await onDismiss();
      finish("dismissed");
    };
    const receive = (event: MessageEvent) => {
      if (event.source !== iframe.contentWindow || event.origin !== origin) return;
      const { type, status } = Object(event.data);
      if (type === "challenge") finish(status === "completed" ? "completed" : "failed");
      if (type === "challenge-dismiss") void dismiss();
    };
    window.addEventListener("message", receive);
    const dialog = openDialog(title, iframe, () => void dismiss());
  });
}

/** A voucher is only shown: closing it decides nothing. */
export function openVoucher(origin: string, url: string): Promise<ChallengeEnd> {
  return openPage(origin, `${url}?embedded=1`, "Your voucher (Sandbox)", async () => undefined);
}

/** The bank must hear of it too, or the intent would wait for ever. */
async function failChallenge(url: string): Promise<void> {
  const body = new URLSearchParams({ outcome: "fail" });
  await fetch(url, { method: "POST", body, mode: "no-cors" }).catch(() => undefined);
}
