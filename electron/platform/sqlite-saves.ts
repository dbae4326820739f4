import type { DatabaseSync } from 'node:sqlite';
import type { StoredSave } from '../core/store-ports.ts';
import type { SavedKind, SaveTrouble } from '../shared/saving.ts';

/** The table of saved results. */
export const createStoredSaves = (database: DatabaseSync) => {
  const all = database.prepare('SELECT * FROM saves ORDER BY rowid');
  const put = database.prepare(`
    INSERT INTO saves (task_id, kind, folder, name, state, trouble, validator, total_bytes, path, bytes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (task_id, kind) DO UPDATE SET folder = excluded.folder, name = excluded.name, state = excluded.state,
      trouble = excluded.trouble, validator = excluded.validator, total_bytes = excluded.total_bytes,
      path = excluded.path, bytes = excluded.bytes`);
  const drop = database.prepare('DELETE FROM saves WHERE task_id = ? AND kind = ?');
  return {
    all: (): readonly StoredSave[] => all.all().map(storedSaveOf),
    put: (save: StoredSave): void => {
      const { taskId, kind, folder, name, state, trouble, validator, totalBytes, path, bytes } = save;
      put.run(taskId, kind, folder, name, state, trouble, validator, totalBytes, path, bytes);
    },
    drop: (taskId: string, kind: SavedKind): void => void drop.run(taskId, kind),
  };
};

type Row = ReturnType<ReturnType<DatabaseSync['prepare']>['all']>[number];

/** This program wrote them itself into a strict table. */
const storedSaveOf = (row: Row): StoredSave => ({
  taskId: String(row['task_id']),
  kind: row['kind'] as SavedKind,
  folder: String(row['folder']),
  name: String(row['name']),
  state: row['state'] as StoredSave['state'],
  trouble: row['trouble'] as SaveTrouble | null,
  validator: row['validator'] as string | null,
  totalBytes: row['total_bytes'] as number | null,
  path: row['path'] as string | null,
  bytes: Number(row['bytes']),
});
