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
  return print(io, `${muted ? 'No notifications of' : 'Notifications again of'}: ${taskLine(task.value)}`);
};

export const quiet: Command<'quiet'> = async ({ words: [word = null] }, io) => {
  const choice = [...quietChoices, 'off' as const].find((one) => one === word) ?? null;
  if (word !== null && choice === null) {
    return complainOfUsage(io, `Choose one of these: ${quietChoices.join(', ')}, off.`);
  }
  const asked = await ask(io, 'app.quiet', { choice });
  if (!asked.ok) return complain(io, asked.trouble);
  const { quiet: now } = asked.value;
  return print(io, now === null ? 'Notifications come as usual.' : `${quietText(now, io.clock.now())}.`);
};
