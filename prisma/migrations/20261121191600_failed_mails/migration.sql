-- The few that did not go out are counted on the merchant's first page, beside a million that did.
CREATE INDEX "mails_failed_idx" ON "mails" ("created_at" DESC) WHERE "status" = 'failed';
