"use client";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button variant="secondary" size="small" onClick={() => print()} data-print="no">
      <Icon name="print" /> {label}
    </Button>
  );
}
