import { tokenAt, type JsonObject } from './json-fields.ts';
import type { TaskFields } from './task-fields.ts';

/** The tasks of a list, each with its id; what has no id or is no task is passed over. */
export const listedTasks = (
  tasks: readonly JsonObject[],
  idName: string,
  fieldsOf: (task: JsonObject, id: string) => TaskFields | null,
): readonly (readonly [id: string, fields: TaskFields])[] =>
  tasks.flatMap((task) => {
    const id = tokenAt(task, idName);
    const fields = id === null ? null : fieldsOf(task, id);
    return id === null || fields === null ? [] : [[id, fields] as const];
  });
