"use client";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** Something broke on our side while the payment form was being made; no money can have moved by it. */
export default function PaymentError() {
  return (
    <div className="page max-w-2xl py-10">
      <Alert tone="warn" role="alert" title="The payment form could not be opened">
        <p className="mb-3">Your order and your goods are kept, and nothing was charged.</p>
        <Button variant="secondary" onClick={() => location.reload()}>
          Try again
        </Button>
      </Alert>
    </div>
  );
}
