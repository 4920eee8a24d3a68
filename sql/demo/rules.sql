-- rules.sql - tax, shipping and promises of the demo shop, as a shopkeeper would have set them.

INSERT INTO tax_rate (country, name, rate_bp, included) VALUES
  ('', 'VAT', 2000, true),
  ('US', 'sales tax', 825, false),
  ('DE', 'VAT', 1900, true),
  ('AT', 'VAT', 2000, true),
  ('CH', 'VAT', 810, true);

INSERT INTO shipping_method (code, name, country, price_cents, free_from_cents, days_min, days_max, position) VALUES
  ('standard', 'Standard delivery', '', 495, 6000, 3, 5, 1),
  ('express', 'Express delivery', '', 1295, NULL, 1, 2, 2),
  ('pickup', 'Pick up at the shop', 'US', 0, NULL, 1, 2, 3);

INSERT INTO policy (slug, title) VALUES
  ('shipping', 'Shipping'),
  ('payment', 'Payment'),
  ('returns', 'Returns and warranty'),
  ('privacy', 'Privacy'),
  ('terms', 'Terms');

INSERT INTO policy_paragraph (policy, position, heading, body) VALUES
  ('shipping', 1, 'How long it takes', 'Standard delivery arrives within 3 to 5 working days, express delivery within 1 to 2. Orders that reach us before noon leave our warehouse on the same working day.'),
  ('shipping', 2, 'What it costs', 'Standard delivery costs $4.95 and is free from goods of $60.00. Express delivery costs $12.95. Picking up at the shop in Portland is free.'),
  ('shipping', 3, 'Where we ship', 'We ship everywhere. The cart shows tax and shipping for your country before you order.'),
  ('shipping', 4, 'When something is missing', 'If a parcel is late by more than a week, write to us or ask the assistant to hand over to our staff. We send it again or give the money back.'),
  ('payment', 1, 'Ways to pay', 'You can pay by bank transfer, by cash on delivery, or by card. A bank transfer should name the order number; the goods leave when the money has arrived.'),
  ('payment', 2, 'When you pay', 'A card is charged when the order is placed. If a payment fails, the order stays open, and you can try again from the order''s page.'),
  ('payment', 3, 'Cards', 'We never store card numbers.'),
  ('returns', 1, '30 days to change your mind', 'You can return anything within 30 days of delivery, without giving a reason. Please send it back unused and complete.'),
  ('returns', 2, 'Getting the money back', 'We refund the price and the standard delivery within 14 days after the goods are back, by the way that you paid.'),
  ('returns', 3, 'Warranty', 'By law we answer for faults for 2 years. Where a product page names a longer warranty, that one holds.'),
  ('returns', 4, 'Cancelling', 'As long as an order is neither paid nor shipped, you can cancel it yourself on its page.'),
  ('privacy', 1, 'What we keep', 'We keep what an order needs: your name, address, e-mail and what you bought. With an account we also keep your favorites, reviews and conversations.'),
  ('privacy', 2, 'What we do not do', 'We set no cookies but the one that holds your session, load nothing from other sites, run no scripts in your browser, and sell no data.'),
  ('privacy', 3, 'Leaving', 'You can delete your account at any time on your account page. Everything tied to it is deleted at once; orders stay in the books without your name.'),
  ('terms', 1, 'The contract', 'Your order is an offer; it is accepted when the order page shows its number. Prices are those shown at that moment.'),
  ('terms', 2, 'Stock', 'What the shop shows as in stock is in stock. Should a piece be damaged in the warehouse, we tell you at once and refund it.'),
  ('terms', 3, 'The assistant', 'Our assistant answers from the shop''s own data and shows its sources. It can propose to buy, cancel or return; only you can confirm.');

INSERT INTO setting (name, value) VALUES
  ('bank_account', 'Parley Trading, IBAN DE02 1203 0000 0000 2020 51');
