"use client";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

export function PrintButton() {
  return (
    <Button data-print="no" onClick={() => print()}>
      <Icon name="print" /> Print
    </Button>
  );
}
