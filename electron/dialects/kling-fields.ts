import { at, objectsAt, textAt, type JsonObject } from './json-fields.ts';
import type { FoundLink, TaskFields } from './task-fields.ts';

/** The fields of a task, classic or of 2026; null when it has no status. */
export const klingFields = (task: JsonObject): TaskFields | null => {
  const word = textAt(task, 'task_status') ?? textAt(task, 'status');
  if (word === null) return null;
  const outputs = objectsAt(task, 'outputs');
  return {
    word,
    model: textAt(task, 'model_name'),
    links: [
      ...[...objectsAt(task, 'task_result', 'videos'), ...ofType(outputs, 'video')].flatMap(videoLinks),
      ...ofType(outputs, 'audio').map((audio) => ({ kind: 'audio', url: textAt(audio, 'url') }) as const),
    ],
    failure: { code: null, message: textAt(task, 'task_status_msg') ?? textAt(task, 'message') },
    createdAt: at(task, 'created_at') ?? at(task, 'create_time'),
    updatedAt: at(task, 'updated_at') ?? at(task, 'update_time'),
  };
};

const ofType = (outputs: readonly JsonObject[], type: string): readonly JsonObject[] =>
  outputs.filter((output) => textAt(output, 'type') === type);

const videoLinks = (video: JsonObject): readonly FoundLink[] => [
  { kind: 'video', url: textAt(video, 'url') },
  { kind: 'watermarked', url: textAt(video, 'watermark_url') },
];
