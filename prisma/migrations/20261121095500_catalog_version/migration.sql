-- Rendered pages are kept in the memory of every process, together with this number. It grows in the very
-- transaction that changes what shoppers see, so a process that has just read it never shows less than
-- was committed before. The triggers wait for the end of the transaction: the row is locked last and for
-- a moment, and never in a circle.
INSERT INTO "counters" ("name", "value") VALUES ('catalog_version', 1);

CREATE FUNCTION "catalog_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  this_transaction text := pg_current_xact_id()::text;
BEGIN
  -- Once is enough for a transaction that changes thousands of rows.
  IF current_setting('tender.catalog_changed_by', true) IS DISTINCT FROM this_transaction THEN
    INSERT INTO "counters" ("name", "value") VALUES ('catalog_version', 1)
      ON CONFLICT ("name") DO UPDATE SET "value" = "counters"."value" + 1;
    PERFORM set_config('tender.catalog_changed_by', this_transaction, true);
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "categories_catalog" AFTER INSERT OR UPDATE OR DELETE ON "categories" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "catalog_changed"();
CREATE CONSTRAINT TRIGGER "products_catalog" AFTER INSERT OR UPDATE OR DELETE ON "products" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "catalog_changed"();
CREATE CONSTRAINT TRIGGER "product_images_catalog" AFTER INSERT OR UPDATE OR DELETE ON "product_images" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "catalog_changed"();
CREATE CONSTRAINT TRIGGER "variants_catalog" AFTER INSERT OR UPDATE OR DELETE ON "variants" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "catalog_changed"();
CREATE CONSTRAINT TRIGGER "prices_catalog" AFTER INSERT OR UPDATE OR DELETE ON "prices" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "catalog_changed"();
CREATE CONSTRAINT TRIGGER "shipping_rates_catalog" AFTER INSERT OR UPDATE OR DELETE ON "shipping_rates" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "catalog_changed"();
CREATE CONSTRAINT TRIGGER "shipping_rate_prices_catalog" AFTER INSERT OR UPDATE OR DELETE ON "shipping_rate_prices" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "catalog_changed"();

-- Every order changes stock; shoppers see it only where less is left than one cart may hold.
CREATE CONSTRAINT TRIGGER "stock_items_catalog_rows" AFTER INSERT OR DELETE ON "stock_items" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "catalog_changed"();
CREATE CONSTRAINT TRIGGER "stock_items_catalog" AFTER UPDATE ON "stock_items" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (least(OLD."on_hand" - OLD."reserved", 99) <> least(NEW."on_hand" - NEW."reserved", 99))
  EXECUTE FUNCTION "catalog_changed"();
