import { languageOf, spokenIn, type Language } from '../shared/language/languages.ts';
import { speak } from '../shared/language/spoken.ts';
import { within } from './asking.ts';
import type { CommandIo } from './command-io.ts';

/** An app that is too busy to say what it speaks must not hold the command up. */
const longestAnswerMs = 1_000;

/** Speaks what TASKBELL_LANG says, else what the running app speaks, else the language of the terminal. */
export const speakAsCommand = async (io: Asker): Promise<void> => speak(spokenIn[await languageFor(io)]);

type Asker = Pick<CommandIo, 'env' | 'clock' | 'ask'>;

const languageFor = async ({ env, clock, ask }: Asker): Promise<Language> => {
  const wanted = env['TASKBELL_LANG'] ?? '';
  if (wanted !== '') return languageOf(wanted);
  const asked = await within(clock, longestAnswerMs, (signal) => ask('app.language', {}, signal));
  if (asked?.ok === true) return asked.value.language;
  // In the order in which POSIX reads them.
  const names = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']];
  return languageOf(names.find((name) => name !== undefined && name !== '') ?? '');
};
