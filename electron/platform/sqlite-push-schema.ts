/** Where the user is told when away from the desk, and what each of these places has still to be told. */
export const pushSchema = `
  CREATE TABLE push_targets (
    id TEXT PRIMARY KEY,
    definition TEXT NOT NULL,
    last TEXT
  ) STRICT;

  CREATE TABLE deliveries (
    announcement_id TEXT NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
    target_id TEXT NOT NULL REFERENCES push_targets (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    first_tried_at INTEGER,
    settled_at INTEGER,
    PRIMARY KEY (announcement_id, target_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX deliveries_of_target ON deliveries (target_id, state);
  CREATE INDEX waiting_deliveries ON deliveries (announcement_id) WHERE state = 'waiting';
  `;
