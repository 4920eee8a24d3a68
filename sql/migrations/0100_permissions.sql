-- What a member of staff may do, one area at a time. An admin may all of it, a customer none.

ALTER TABLE account
  ADD COLUMN permissions text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT account_permissions_known CHECK (
    permissions <@ ARRAY['orders', 'products', 'stock', 'customers', 'conversations', 'marketing',
                         'reports', 'settings']),
  ADD CONSTRAINT account_permissions_of_staff CHECK (role = 'staff' OR permissions = '{}');

-- Until now staff could be given no less than everything.
UPDATE account
   SET permissions = ARRAY['orders', 'products', 'stock', 'customers', 'conversations', 'marketing',
                           'reports', 'settings']
 WHERE role = 'staff';
