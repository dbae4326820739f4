import type { App } from '../app.ts';
import { exportDialect, importDialect } from '../ipc/dialect-texts.ts';
import { dialectTextSentence } from '../shared/custom-dialect-messages.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { ControlTrouble } from './control-contract.ts';
import type { ControlHandlers } from './control-server.ts';

type DialectHandlers = Pick<ControlHandlers, Extract<keyof ControlHandlers, `dialect.${string}`>>;

/** What the app does for the `dialect` commands. */
export const dialectHandlers = (ready: Promise<App>): DialectHandlers => ({
  'dialect.list': async () => ok((await ready).dialects.list()),
  'dialect.export': async ({ id }) => {
    const app = await ready;
    const text = exportDialect(app.dialects, id);
    if (text !== null) return ok({ text });
    const isKnown = app.dialects.named(id) !== null;
    return isKnown ? misused(words().appAnswers.dialectIsOurs(id)) : noDialect(app, id);
  },
  'dialect.import': async ({ text }) => {
    const imported = importDialect((await ready).dialects, text);
    return imported.ok ? imported : misused(dialectTextSentence(imported.trouble));
  },
  'dialect.remove': async ({ id }) => {
    const removed = (await ready).dialects.remove(id);
    return removed.ok ? removed : misused(words().dialects.removalTroubles[removed.trouble]);
  },
});

/** Says which dialects there are, since an id is rarely known by heart. */
export const noDialect = (app: App, id: string): Result<never, ControlTrouble> => {
  const ids = app.dialects.list().map((dialect) => dialect.id);
  return misused(words().appAnswers.noDialect(id, ids));
};

const misused = (message: string): Result<never, ControlTrouble> => failed({ kind: 'usage', message });
