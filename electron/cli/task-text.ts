import { cutToWidth } from '../core/display-width.ts';
import { oneLine } from '../core/one-line.ts';
import { agoText } from '../shared/duration.ts';
import { dayText } from '../shared/local-time.ts';
import { phaseWords } from '../shared/messages.ts';
import { percentText } from '../shared/progress-text.ts';
import { saveSentence } from '../shared/saving-words.ts';
import { isFinalPhase, type ResultLink } from '../shared/task.ts';
import { troubleWords } from '../shared/trouble-words.ts';
import type { ListedTask, ShownTask } from './control-contract.ts';
import { labelled, safeLink, table } from './terminal-text.ts';

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
export const taskDetails = (shown: ShownTask, now: number): string => {
  const { task, timeLeft, usuallyTakes, nextCheck, silentSince } = shown;
  const failure = task.failure === null ? '' : `${task.failure.message} (${task.failure.code})`;
  return labelled([
    ['Title', oneLine(task.title)],
    ['Phase', [phaseText(task), percent(task)].filter((part) => part !== '').join(', ')],
    ['Failure', oneLine(failure)],
    ['Gateway', oneLine(task.gateway)],
    ['Gateway’s id', oneLine(task.remoteId)],
    ['Id', task.id],
    ['Added', agoText(now - task.addedAt)],
    ['Finished', task.finishedAt === null ? '' : agoText(now - task.finishedAt)],
    ['Time left', timeLeft ?? ''],
    ['Usually takes', usuallyTakes ?? ''],
    ['Next check', nextCheck ?? ''],
    ['No answer', silentSince === null ? '' : `since ${dayText(silentSince)}`],
    ['Saved', task.save === null ? '' : oneLine(saveSentence(task.save))],
    ...task.links.map((link) => [linkWords[link.kind], safeLink(link.url)] as const),
  ]);
};

const linkWords: Readonly<Record<ResultLink['kind'], string>> = {
  video: 'Video',
  thumbnail: 'Thumbnail',
  gif: 'GIF',
  watermarked: 'Watermarked video',
  audio: 'Audio',
};

/** Trouble is only worth a word while checks go on. */
const phaseText = ({ phase, trouble }: ListedTask): string =>
  trouble === null || isFinalPhase[phase]
    ? phaseWords[phase]
    : `${phaseWords[phase]} (${troubleWords[trouble]})`;

const percent = (task: ListedTask): string =>
  task.progress === null || isFinalPhase[task.phase] ? '' : percentText(task.progress);

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
