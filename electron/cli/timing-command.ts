import { words } from '../shared/language/spoken.ts';
import { promptnesses } from '../shared/timing.ts';
import { ask } from './asking.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';

export const timing: Command<'timing'> = async ({ words: [choice = null] }, io) => {
  const promptness = promptnesses.find((one) => one === choice) ?? null;
  if (choice !== null && promptness === null) {
    return complainOfUsage(io, words().commandLine.chooseOne(promptnesses));
  }
  const chosen = await ask(io, 'app.timing', { promptness });
  if (!chosen.ok) return complain(io, chosen.trouble);
  const { promptness: now } = chosen.value;
  return print(io, words().commandLine.chosen(now, words().timing.promptnesses[now].means));
};
