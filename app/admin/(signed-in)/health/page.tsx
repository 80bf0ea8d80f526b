import type { Metadata } from "next";
import { Suspense } from "react";
import { CaseList } from "@/components/admin/case-list";
import { Moment } from "@/components/admin/moment";
import { PageHeader } from "@/components/admin/page-header";
import { RuleList } from "@/components/admin/rule-list";
import { Badge, StatusBadge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Spinner } from "@/components/ui/spinner";
import { requireMerchant } from "@/lib/auth/merchant";
import { findCases } from "@/lib/merchants/cases";
import { checkInvariants } from "@/lib/payments/invariants";
import { callOff, settleCase } from "./actions";

export const metadata: Metadata = { title: "Health" };

/** In the order of the invariants' numbers, in the words of somebody who runs a shop. */
const rules = [
  "No payment takes more than was authorized, or gives back more than it took.",
  "What is authorized and captured for an order is never more than its total.",
  "Each movement of money here is one movement at the gateway, and the other way round.",
  "The books balance, and say what the payments say.",
  "Stock is never below zero, and the last unit is sold once.",
  "A checkout makes one order, and an order is charged once.",
  "Money at the gateway belongs to an order, or to a case that you can see.",
  "Nothing without an outcome is forgotten: the store will ask again.",
  "Amounts at the gateway are the amounts here.",
];

export default async function HealthPage() {
  await requireMerchant("/admin/health");
  const cases = await findCases();
  const open = cases.filter(({ status }) => status === "open").length;
  return (
    <>
      <PageHeader
        title="Health"
        lead="Whether the money is where the books say, and what needs a person."
      />
      <div className="flex flex-col gap-4">
        <Card aria-labelledby="cases">
          <CardHeader
            id="cases"
            title="Cases"
            aside={
              open > 0 ? (
                <StatusBadge tone="warn">{open} open</StatusBadge>
              ) : (
                <StatusBadge tone="good">None open</StatusBadge>
              )
            }
          />
          {cases.length > 0 ? (
            <CaseList cases={cases} settle={settleCase} callOff={callOff} />
          ) : (
            <p className="text-muted">
              A case opens when something about money does not fit and the store will not guess.
            </p>
          )}
        </Card>
        <Suspense fallback={<Checking />}>
          <Rules />
        </Suspense>
      </div>
    </>
  );
}

function Checking() {
  return (
    <Card aria-labelledby="rules">
      <CardHeader id="rules" title="Rules" />
      <p className="flex items-center gap-3 text-muted">
        <Spinner label="Checking" /> Every order, payment and book entry is being checked…
      </p>
    </Card>
  );
}

async function Rules() {
  const found = await checkInvariants();
  const list = rules.map((text, i) => {
    const violations = found.filter(({ invariant }) => invariant === i + 1);
    return { id: i + 1, text, violations: violations.map(({ message }) => message) };
  });
  return (
    <Card aria-labelledby="rules">
      <CardHeader
        id="rules"
        title="Rules"
        aside={
          found.length === 0 ? (
            <StatusBadge tone="good">All hold</StatusBadge>
          ) : (
            <Badge tone="bad">{found.length} broken</Badge>
          )
        }
      />
      <RuleList rules={list} />
      <p className="mt-4 text-sm text-muted">
        Checked <Moment at={new Date()} />, over the whole database. A job checks them every half
        hour.
      </p>
    </Card>
  );
}
