-- Who wants to talk to a person is seen by staff in the list of conversations, until one takes it over.

ALTER TABLE conversation
  ADD COLUMN person_wanted_at timestamptz;
