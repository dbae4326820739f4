import { cutToWidth } from '../core/display-width.ts';
import { oneLine } from '../core/one-line.ts';
import { agoText } from '../shared/duration.ts';
import { words } from '../shared/language/spoken.ts';
import { dayText } from '../shared/local-time.ts';
import { reasonText } from '../shared/messages.ts';
import { percentText } from '../shared/progress-text.ts';
import { saveSentence } from '../shared/saving-text.ts';
import { isFinalPhase } from '../shared/task.ts';
import type { ListedTask, ShownTask } from './control-contract.ts';
import { labelled, safeLink, table } from './terminal-text.ts';

/** One line a task: its whole id, where it stands, its title. */
export const taskLine = (task: ListedTask): string =>
  `${oneLine(task.id)}  ${words().tasks.phases[task.phase]}  ${cutToWidth(oneLine(task.title), 60)}`;

/** A task in the middle of a sentence: its title, which another may have too, and its id. */
export const taskNamed = ({ id, title }: Pick<ListedTask, 'id' | 'title'>): string =>
  `${cutToWidth(oneLine(title), 60)} (${oneLine(id)})`;

export const taskTable = (tasks: readonly ListedTask[], width: number): string => {
  const idLength = shortestUnique(tasks.map((task) => task.id));
  return table(
    words().commandLine.headings.tasks,
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
  const said = words().appAnswers.task;
  return labelled([
    [said.title, oneLine(task.title)],
    [said.phase, [phaseText(task), percent(task)].filter((part) => part !== '').join(', ')],
    [said.failure, oneLine(failureText(task))],
    [said.gateway, oneLine(task.gateway)],
    [said.remoteId, oneLine(task.remoteId)],
    [said.id, task.id],
    [said.added, agoText(now - task.addedAt)],
    [said.finished, task.finishedAt === null ? '' : agoText(now - task.finishedAt)],
    [said.timeLeft, timeLeft ?? ''],
    [said.usuallyTakes, usuallyTakes ?? ''],
    [said.nextCheck, nextCheck ?? ''],
    [said.noAnswer, silentSince === null ? '' : said.since(dayText(silentSince))],
    [words().saving.onDisk, task.save === null ? '' : oneLine(saveSentence(task.save))],
    ...task.otherSaves.map(
      (save) => [words().saving.otherOnDisk[save.kind], oneLine(saveSentence(save))] as const,
    ),
    ...task.links.map((link) => [said.links[link.kind], safeLink(link.url)] as const),
  ]);
};

const failureText = ({ phase, failure }: ListedTask): string => {
  if (failure === null) return '';
  const reason = phase === 'lost' ? words().tasks.failures['not-found'] : reasonText(failure);
  return `${reason} (${failure.code})`;
};

/** Trouble is only worth a word while checks go on. */
const phaseText = ({ phase, trouble }: ListedTask): string =>
  trouble === null || isFinalPhase[phase]
    ? words().tasks.phases[phase]
    : words().commandLine.inTrouble(words().tasks.phases[phase], words().tasks.troubles[trouble]);

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
