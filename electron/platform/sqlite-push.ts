import type { DatabaseSync } from 'node:sqlite';
import type { Announcement } from '../core/announcement.ts';
import { wantsNews } from '../core/push-due.ts';
import type { Delivery, NotedPush, StoredPushTarget } from '../core/push-ports.ts';
import type { PushOutcome, PushTarget } from '../shared/push.ts';
import type { NewsKind } from '../shared/quiet.ts';
import { announcementOf } from './sqlite-rows.ts';

/** The two were once one choice, of that name. */
const goneKinds = ['cancelled', 'lost'] as const;

interface StoredDefinition extends Omit<PushTarget, 'kinds'> {
  readonly kinds: readonly (NewsKind | 'gone')[];
}

/** The targets and their deliveries. Whoever calls it has begun a transaction where it writes. */
export const createStoredPush = (database: DatabaseSync) => {
  const sql = (statement: string) => database.prepare(statement);
  const allTargets = sql('SELECT * FROM push_targets ORDER BY rowid');
  const countedDeliveries = sql(`
    SELECT target_id, state, count(*) AS count FROM deliveries
      JOIN announcements ON announcements.id = announcement_id JOIN tasks ON tasks.id = task_id
    WHERE removed_at IS NULL AND (state = 'waiting' OR (state = 'undelivered' AND decided_at >= ?))
    GROUP BY target_id, state`);
  const putTarget = sql(`
    INSERT INTO push_targets (id, definition) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET definition = excluded.definition`);
  const deleteTarget = sql('DELETE FROM push_targets WHERE id = ?');
  const putOutcome = sql('UPDATE push_targets SET last = ? WHERE id = ?');
  const waiting = sql(`
    SELECT announcements.*, target_id, first_tried_at FROM deliveries
      JOIN announcements ON announcements.id = announcement_id JOIN tasks ON tasks.id = task_id
    WHERE state = 'waiting' AND removed_at IS NULL ORDER BY decided_at, announcements.rowid`);
  const gatewayOfTask = sql('SELECT gateway_id FROM tasks WHERE id = ?');
  const putDelivery = sql(
    "INSERT INTO deliveries (announcement_id, target_id, state) VALUES (?, ?, 'waiting')",
  );
  const markDelivery = sql(`
    UPDATE deliveries SET state = ?1, first_tried_at = CASE WHEN ?2 THEN coalesce(first_tried_at, ?3) ELSE first_tried_at END,
      settled_at = CASE WHEN ?1 = 'waiting' THEN NULL ELSE ?3 END
    WHERE target_id = ?4 AND announcement_id = ?5`);
  const markSeen = sql(`
    UPDATE deliveries SET state = 'seen', settled_at = ?
    WHERE state = 'waiting' AND announcement_id IN (SELECT id FROM announcements WHERE task_id = ?)`);

  const definitionIn = (row: Record<string, unknown>): PushTarget => {
    const target = JSON.parse(String(row['definition'])) as StoredDefinition;
    return { ...target, kinds: target.kinds.flatMap((kind) => (kind === 'gone' ? goneKinds : kind)) };
  };

  return {
    targets: (since: number): readonly StoredPushTarget[] => {
      const counts = countedDeliveries.all(since);
      const countOf = (id: string, state: string): number =>
        Number(counts.find((row) => row['target_id'] === id && row['state'] === state)?.['count'] ?? 0);
      return allTargets.all().map((row) => {
        const target = definitionIn(row);
        return {
          ...target,
          last: typeof row['last'] === 'string' ? (JSON.parse(row['last']) as PushOutcome) : null,
          waiting: countOf(target.id, 'waiting'),
          undelivered: countOf(target.id, 'undelivered'),
        };
      });
    },
    save: ({ id, name, service, origin, hint, kinds, gatewayIds, allowPlainHttp }: PushTarget): void => {
      const definition = { id, name, service, origin, hint, kinds, gatewayIds, allowPlainHttp };
      putTarget.run(id, JSON.stringify(definition));
    },
    remove: (targetId: string): void => void deleteTarget.run(targetId),
    waiting: (): readonly Delivery[] =>
      waiting.all().map((row) => ({
        announcement: announcementOf(row),
        targetId: String(row['target_id']),
        firstTriedAt: typeof row['first_tried_at'] === 'number' ? row['first_tried_at'] : null,
      })),
    /** Plans the delivery of what was announced just now. */
    announced: ({ id, taskId, kind }: Announcement): void => {
      const targets = allTargets.all().map(definitionIn);
      if (targets.length === 0) return;
      const gatewayId = String(gatewayOfTask.get(taskId)?.['gateway_id']);
      for (const target of targets) if (wantsNews(target, kind, gatewayId)) putDelivery.run(id, target.id);
    },
    note: ({ targetId, announcementIds, state, at, outcome }: NotedPush): void => {
      for (const id of announcementIds) markDelivery.run(state, outcome === null ? 0 : 1, at, targetId, id);
      if (outcome !== null) putOutcome.run(JSON.stringify(outcome), targetId);
    },
    /** Whoever has looked at a task need not be told of it any more. */
    seen: (taskId: string, at: number): void => void markSeen.run(at, taskId),
  };
};
