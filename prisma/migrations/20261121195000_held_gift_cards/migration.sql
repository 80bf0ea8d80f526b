-- What gift cards hold for orders that nobody has placed is looked for every minute, beside a million payments by card.
CREATE INDEX "payments_gift_card_held_idx" ON "payments" ("order_id")
  WHERE "gateway" = 'gift_card' AND "authorized_minor" > "captured_minor" + "voided_minor";
