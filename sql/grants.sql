-- grants.sql - who may touch what; run after every migration, safe to run again.
--
-- parley_shop   the shop and chat pools: sells, but cannot change what only staff may change
-- parley_admin  the admin pool: the shopkeeper's side
-- The owner (who migrates, imports and retrains) is whoever runs the tools. On a host where roles
-- cannot be created, the owner's own role may serve all pools; the blocks below then do nothing.

DO $$
BEGIN
  IF (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_shop') THEN
      CREATE ROLE parley_shop LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_admin') THEN
      CREATE ROLE parley_admin LOGIN;
    END IF;
  END IF;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_shop') THEN
    RETURN;
  END IF;
  REVOKE ALL ON ALL TABLES IN SCHEMA public FROM parley_shop, parley_admin;
  GRANT USAGE ON SCHEMA public TO parley_shop, parley_admin;
  GRANT SELECT ON ALL TABLES IN SCHEMA public TO parley_shop, parley_admin;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO parley_shop, parley_admin;
  GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO parley_admin;
  REVOKE INSERT, UPDATE, DELETE ON schema_migration, order_step, invoice, invoice_counter, change_mark FROM parley_admin;
  -- The audit log is written by its trigger alone, and is nothing for the shop.
  REVOKE INSERT, UPDATE, DELETE ON audit_log FROM parley_admin;
  REVOKE ALL ON audit_log FROM parley_shop;
  -- What signs webhooks is for their sender and for staff; triggers queue deliveries as the owner.
  REVOKE ALL ON webhook_endpoint FROM parley_shop;

  -- What a customer's own actions write.
  FOREACH name IN ARRAY ARRAY['favorite', 'sales_order', 'order_line', 'conversation', 'message',
                              'message_product', 'message_fact', 'message_proposal', 'rate_limit'] LOOP
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO parley_shop', name);
  END LOOP;
  -- Customers write, vote and report; what is shown of it is staff's.
  GRANT INSERT (product_id, account_id, stars, title, body, verified), DELETE,
        UPDATE (stars, title, body, verified, created_at) ON review TO parley_shop;
  GRANT INSERT, DELETE ON review_vote TO parley_shop;
  GRANT INSERT, UPDATE (reason, created_at, settled_at) ON review_report TO parley_shop;
  GRANT INSERT, UPDATE (created_at) ON stock_wish TO parley_shop;
  -- What API clients need: log-ins by token.
  FOREACH name IN ARRAY ARRAY['token_family', 'refresh_token', 'idempotency_key', 'message_reaction'] LOOP
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO parley_shop', name);
  END LOOP;
  GRANT UPDATE (last_used_at) ON api_key TO parley_shop;
  GRANT UPDATE (used_count) ON conversation_template TO parley_shop;
  GRANT INSERT, UPDATE ON payment TO parley_shop;
  -- Payments on a payment service's pages: what it tells is taken by the shop, refunds are staff's.
  GRANT INSERT, UPDATE ON hosted_session TO parley_shop;
  GRANT INSERT, UPDATE (result) ON gateway_event TO parley_shop;
  GRANT INSERT ON order_event, visit_event, return_request, return_line, order_discount TO parley_shop;
  GRANT DELETE ON visit_event TO parley_shop;

  -- An account may be made, changed and deleted by its owner, but never given a role.
  GRANT DELETE ON account TO parley_shop;
  GRANT INSERT (username, email, password_hash, first_name, last_name, phone, street, postal_code, city, country)
     ON account TO parley_shop;
  GRANT UPDATE (username, email, password_hash, first_name, last_name, phone, street, postal_code, city, country,
                session_epoch, last_login_at, no_tracking)
     ON account TO parley_shop;

  -- What keeps an account its owner's.
  FOREACH name IN ARRAY ARRAY['account_link', 'recovery_code', 'log_in'] LOOP
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO parley_shop', name);
  END LOOP;
  GRANT UPDATE (email_verified_at, totp_secret, totp_last_step) ON account TO parley_shop;

  -- Letters are queued by everybody and read by staff; the one-time links in them by nobody else.
  REVOKE SELECT ON mail FROM parley_shop;
  GRANT INSERT, SELECT (id, kind, recipient, account_id, order_id, state, created_at, sent_at) ON mail TO parley_shop;

  -- Buying moves stock; prices and texts are staff's.
  GRANT UPDATE (in_stock, sold_count, rating_sum, review_count, star_counts) ON product TO parley_shop;
  GRANT UPDATE (sold_at, order_line_id) ON inventory_item TO parley_shop;
END $$;

-- Tables made by later migrations are audited, too.
SELECT audit_every_table();
