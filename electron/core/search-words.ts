import { messageForScripts } from '../shared/messages.ts';
import type { Report } from '../shared/task.ts';

type Worded = Pick<Report, 'title' | 'model' | 'failure'>;

/** What a task is found by, folded. Kept beside each task, so that a search reads no whole reports. */
export const searchWordsOf = (remoteId: string, report: Worded | null): string =>
  folded(
    [report?.title, remoteId, report?.model, report?.failure?.code, failureOf(report)]
      .filter((part) => typeof part === 'string')
      .join('\n'),
  );

const failureOf = (report: Worded | null): string | null =>
  report?.failure ? messageForScripts(report.failure) : null;

/** Upper and lower case are one. */
export const folded = (text: string): string => text.toLowerCase();
