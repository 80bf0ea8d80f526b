-- An account's orders are found however their e-mail address was written. Prisma does not see indexes on
-- expressions, so it is written here alone.
CREATE INDEX "orders_lower_email_idx" ON "orders" (lower("email"));
