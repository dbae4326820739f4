import type { ActivationArguments, NotificationConstructorOptions } from 'electron';
import type { Notice, NoticeAction } from '../core/announcement.ts';
import { oneLine } from '../core/one-line.ts';

/** macOS stacks and Windows gathers what has the same group. */
const groupId = 'taskbell';

/** Windows cuts a toast's tag at 64 characters. */
const longestId = 64;

export type NoticePlatform = 'darwin' | 'win32';

/** A notice as Electron takes it. Both systems show texts as they are, so nothing is escaped. */
export const electronNoticeOf = (
  { title, body, urgency, silent = false, buttons = [] }: Notice,
  platform: NoticePlatform,
  id: string,
): NotificationConstructorOptions => ({
  title: oneLine(title),
  body: body.split('\n').map(oneLine).join('\n').trim(),
  silent,
  groupId,
  // A later one with this id takes the place of this one.
  id: id.slice(0, longestId),
  // On a Mac this is not known: interrupting there needs an entitlement.
  ...(platform === 'win32' ? { urgency } : {}),
  actions: buttons.map(({ text }) => ({ type: 'button' as const, text })),
});

/** What the so-manieth button of a notice does; without one, what a click does. */
export const actionAt = ({ route, buttons = [] }: Notice, index: number): NoticeAction =>
  buttons[index]?.action ?? { do: 'open', route };

/**
 * What a click on a Windows notification of an earlier life leads to. Which button was pressed says nothing any
 * more, because the task may have changed since: it opens the task, where all buttons are.
 */
export const actionOfActivation = (activation: Pick<ActivationArguments, 'arguments'>): NoticeAction => {
  const [, taskId] = /\btask:([\w-]+)/.exec(decoded(activation.arguments)) ?? [];
  return { do: 'open', route: taskId === undefined ? { to: 'list' } : { to: 'task', taskId } };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
