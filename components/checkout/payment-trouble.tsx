import { useEffect } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { PaymentWords } from "./payment-words";

type LostProps = { returnPath: string; words: PaymentWords };

/** No answer came and the browser is offline: it goes on by itself as soon as it can. */
export function ConnectionLost({ returnPath, words }: LostProps) {
  useEffect(() => {
    const goOn = () => location.replace(returnPath);
    addEventListener("online", goOn);
    return () => removeEventListener("online", goOn);
  }, [returnPath]);
  return (
    <Alert tone="info" role="alert" title={words.checkingTitle}>
      <p className="mb-3">{words.checkingText}</p>
      <a href={returnPath} className={buttonClass({ variant: "secondary" })}>
        <Icon name="refresh" /> {words.checkNow}
      </a>
    </Alert>
  );
}

/** The form is one of an earlier total, or of a payment page that has ended. */
export function PageIsOld({ words }: { words: PaymentWords }) {
  return (
    <Alert tone="warn" role="alert" title={words.oldTitle}>
      <p className="mb-3">{words.oldText}</p>
      <Button variant="secondary" onClick={() => location.reload()}>
        <Icon name="refresh" /> {words.loadAgain}
      </Button>
    </Alert>
  );
}
