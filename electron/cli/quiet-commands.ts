import { words } from '../shared/language/spoken.ts';
import { quietText } from '../shared/quiet-words.ts';
import { quietChoices } from '../shared/quiet.ts';
import { ask } from './asking.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import { taskLine } from './task-text.ts';

export const mute: Command<'mute'> = async (given, io) => {
  const [id = ''] = given.words;
  const muted = !given.given('off');
  const task = await ask(io, 'task.mute', { id, muted });
  if (!task.ok) return complain(io, task.trouble);
  const { noNotifications, notificationsAgain } = words().commandLine;
  return print(io, (muted ? noNotifications : notificationsAgain)(taskLine(task.value)));
};

export const quiet: Command<'quiet'> = async ({ words: [word = null] }, io) => {
  const choice = [...quietChoices, 'off' as const].find((one) => one === word) ?? null;
  if (word !== null && choice === null) {
    return complainOfUsage(io, words().commandLine.chooseOne([...quietChoices, 'off']));
  }
  const asked = await ask(io, 'app.quiet', { choice });
  if (!asked.ok) return complain(io, asked.trouble);
  const { quiet: now } = asked.value;
  const { notificationsAsUsual, sentence } = words().commandLine;
  return print(io, now === null ? notificationsAsUsual : sentence(quietText(now, io.clock.now())));
};
