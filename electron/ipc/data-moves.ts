import type { App } from '../app.ts';
import { words } from '../shared/language/spoken.ts';
import { importedSentence, type ExportFormat } from '../shared/moves.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { StoreFailure } from '../core/store-failure.ts';
import { importSentence, readImport } from './import-parser.ts';

/** Files of the user's choice. Never reject; the trouble is a sentence. */
export interface MoveFiles {
  read(path: string): Promise<Result<string, string>>;
  /** All of it or nothing, readable by the user alone. */
  write(path: string, pieces: AsyncIterable<string>, mayReplace: boolean): Promise<Result<null, string>>;
}

/** The list into a file and out of one, for the window and the command line. The values are sentences. */
export interface DataMoves {
  exportTo(path: string, format: ExportFormat, mayReplace: boolean): Promise<Result<string, string>>;
  importFrom(path: string): Promise<Result<string, string>>;
}

export const createDataMoves = (app: App, files: MoveFiles): DataMoves => ({
  exportTo: async (path, format, mayReplace) => {
    const written = await files.write(path, app.data.exported(format), mayReplace);
    return written.ok ? ok(words().moves.exported(path)) : written;
  },
  importFrom: async (path) => {
    const text = await files.read(path);
    if (!text.ok) return text;
    const read = await readImport(text.value);
    if (!read.ok) return failed(importSentence(read.trouble));
    const imported = attempted(() => app.data.import(read.value));
    if (typeof imported === 'string') return failed(imported);
    if (imported.ok) return ok(importedSentence(imported.value));
    const { kind, name } = imported.trouble;
    const said = words().moves;
    return failed(said.nothingImported(said.unusable[kind](name)));
  },
});

/** What came of it, or the sentence that says why the store could not take it. */
const attempted = <Value>(work: () => Value): Value | string => {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreFailure) return error.message;
    throw error;
  }
};
