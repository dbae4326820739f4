import { pushSchema } from './sqlite-push-schema.ts';

/**
 * Forward only: the database's `user_version` counts the steps that it has taken.
 * Dates are wall clock ms. A report is kept as JSON, because it is always replaced whole.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE gateways (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    base_url TEXT NOT NULL,
    dialect TEXT NOT NULL,
    allow_plain_http INTEGER NOT NULL,
    key_hint TEXT
  ) STRICT;

  CREATE TABLE tasks (
    id TEXT PRIMARY KEY,
    gateway_id TEXT NOT NULL REFERENCES gateways (id) ON DELETE CASCADE,
    remote_id TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    added_from TEXT NOT NULL,
    report TEXT,
    reported_at INTEGER,
    started_at INTEGER,
    finished_at INTEGER,
    seen INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX one_watch_per_remote_id ON tasks (gateway_id, remote_id) WHERE removed_at IS NULL;

  CREATE TABLE events (
    task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    phase TEXT,
    progress REAL,
    note TEXT
  ) STRICT;
  CREATE INDEX events_of_task ON events (task_id, at);

  CREATE TABLE announcements (
    id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    told_at INTEGER
  ) STRICT;
  CREATE INDEX untold_announcements ON announcements (decided_at) WHERE told_at IS NULL;

  CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE custom_dialects (
    id TEXT PRIMARY KEY,
    definition TEXT NOT NULL
  ) STRICT;
  `,
  // Timing: how fast a task goes, what finished ones took, how a gateway may be asked and until when it waits.
  `
  ALTER TABLE tasks ADD COLUMN pace TEXT;
  ALTER TABLE tasks ADD COLUMN kept_at INTEGER;
  ALTER TABLE gateways ADD COLUMN requests_per_second REAL;
  ALTER TABLE gateways ADD COLUMN pause TEXT;

  CREATE TABLE taken_times (
    gateway_id TEXT NOT NULL REFERENCES gateways (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    at INTEGER NOT NULL,
    total_ms INTEGER NOT NULL,
    running_ms INTEGER,
    uncertain_ms INTEGER NOT NULL,
    marks TEXT NOT NULL
  ) STRICT;
  CREATE INDEX taken_times_of_model ON taken_times (gateway_id, model, at);
  `,
  // So that a start reads only what is listed, a search reads no reports, and a removal scans no history.
  // The two functions are of this program: see sqlite-database.ts.
  `
  ALTER TABLE tasks ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE tasks ADD COLUMN words TEXT NOT NULL DEFAULT '';
  UPDATE tasks SET settled = taskbell_settled(report), words = taskbell_words(remote_id, report);

  CREATE INDEX unsettled_tasks ON tasks (added_at) WHERE settled = 0 AND removed_at IS NULL;
  CREATE INDEX settled_tasks ON tasks (finished_at) WHERE settled = 1 AND removed_at IS NULL;
  CREATE INDEX words_of_tasks ON tasks (added_at, gateway_id, words) WHERE removed_at IS NULL;
  CREATE INDEX removed_tasks ON tasks (removed_at) WHERE removed_at IS NOT NULL;
  CREATE INDEX announcements_of_task ON announcements (task_id);
  CREATE INDEX link_warnings ON announcements (decided_at) WHERE kind = 'link-expiring';
  CREATE INDEX taken_tasks ON events (at) WHERE kind = 'taken';
  `,
  // What of the results is on this computer's disk, or is to be.
  `
  CREATE TABLE saves (
    task_id TEXT PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    trouble TEXT,
    validator TEXT,
    total_bytes INTEGER,
    path TEXT,
    bytes INTEGER NOT NULL
  ) STRICT;
  ALTER TABLE gateways ADD COLUMN saving TEXT NOT NULL DEFAULT 'as-set';
  `,
  pushSchema,
  // Beside the video of a task other files of it are saved, each on its own.
  `
  CREATE TABLE saves_of_kinds (
    task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    trouble TEXT,
    validator TEXT,
    total_bytes INTEGER,
    path TEXT,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (task_id, kind)
  ) STRICT;
  INSERT INTO saves_of_kinds
    SELECT task_id, 'video', folder, name, state, trouble, validator, total_bytes, path, bytes FROM saves
    ORDER BY rowid;
  DROP TABLE saves;
  ALTER TABLE saves_of_kinds RENAME TO saves;
  `,
];
