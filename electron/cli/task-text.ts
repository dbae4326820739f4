import { cutToWidth } from '../core/display-width.ts';
import { oneLine } from '../core/one-line.ts';
import { agoText, durationText } from '../shared/duration.ts';
import { phaseWords } from '../shared/messages.ts';
import { isFinalPhase, type Health, type ResultLink } from '../shared/task.ts';
import type { ListedTask } from './control-contract.ts';
import { safeLink, table } from './terminal-text.ts';

/** What a gateway's health means, in a few words; empty when there is nothing to say. */
export const healthWords: Readonly<Record<Health, string>> = {
  fresh: '',
  offline: 'not reachable',
  'rate-limited': 'asked to slow down',
  refused: 'key refused',
  unreadable: 'answer not understood',
  'needs-credential': 'key needed',
};

/** One line a task: its whole id, where it stands, its title. */
export const taskLine = (task: ListedTask): string =>
  `${oneLine(task.id)}  ${phaseWords[task.phase]}  ${cutToWidth(oneLine(task.title), 60)}`;

export const taskTable = (tasks: readonly ListedTask[], width: number): string => {
  const idLength = shortestUnique(tasks.map((task) => task.id));
  return table(
    ['ID', 'PHASE', 'PROGRESS', 'GATEWAY', 'TITLE'],
    tasks.map((task) => [
      task.id.slice(0, idLength),
      phaseText(task),
      percent(task),
      task.gateway,
      task.title,
    ]),
    width,
  );
};

/** Everything of one task, a line each; a line without a value is left out. */
export const taskDetails = (task: ListedTask, now: number): string => {
  const failure = task.failure === null ? '' : `${task.failure.message} (${task.failure.code})`;
  const rows = [
    ['Title', oneLine(task.title)],
    ['Phase', [phaseText(task), percent(task)].filter((part) => part !== '').join(', ')],
    ['Failure', oneLine(failure)],
    ['Gateway', oneLine(task.gateway)],
    ['Gateway’s id', oneLine(task.remoteId)],
    ['Id', task.id],
    ['Added', agoText(now - task.addedAt)],
    ['Finished', task.finishedAt === null ? '' : agoText(now - task.finishedAt)],
    ['Next check', task.nextCheckAt === null ? '' : `in ${durationText(task.nextCheckAt - now)}`],
    ...task.links.map((link) => [linkWords[link.kind], safeLink(link.url)]),
  ] as const;
  const told = rows.filter(([, value]) => value !== '');
  return told.map(([label, value]) => `${label.padEnd(12)}  ${value}`).join('\n');
};

const linkWords: Readonly<Record<ResultLink['kind'], string>> = {
  video: 'Video',
  thumbnail: 'Thumbnail',
  gif: 'GIF',
  watermarked: 'Watermarked video',
  audio: 'Audio',
};

/** Health is only worth a word while checks go on. */
const phaseText = (task: ListedTask): string => {
  const health = isFinalPhase[task.phase] ? '' : healthWords[task.health];
  return health === '' ? phaseWords[task.phase] : `${phaseWords[task.phase]} (${health})`;
};

const percent = (task: ListedTask): string =>
  task.progress === null || isFinalPhase[task.phase] ? '' : `${String(Math.floor(task.progress * 100))}%`;

/** The least length, at least eight, at which no two ids look the same. */
const shortestUnique = (ids: readonly string[]): number => {
  const sorted = [...ids].sort();
  let length = 8;
  for (const [index, id] of sorted.entries()) {
    const next = sorted[index + 1] ?? '';
    while (length < id.length && id.slice(0, length) === next.slice(0, length)) length += 1;
  }
  return length;
};
