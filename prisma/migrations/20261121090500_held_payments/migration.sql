-- Holds that somebody has to capture before they run out: few of many payments.
CREATE INDEX "payments_held_idx" ON "payments" ("capture_before") WHERE "authorized_minor" > "captured_minor" + "voided_minor";
