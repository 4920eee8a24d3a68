-- A part of an order that was sent, and a part of its money that went back, are told as well.
DROP TRIGGER order_event_is_told ON order_event;
CREATE CONSTRAINT TRIGGER order_event_is_told AFTER INSERT ON order_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('placed', 'paid', 'part_shipped', 'shipped', 'part_refunded', 'refunded', 'cancelled')
                     AND current_setting('parley.quiet', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION queue_order_mail();
