import { counted, plural } from './counting.ts';

/** The list into a file and out of one. */
export const moves = {
  tooLarge: 'The file is too large to be an export of Taskbell.',
  notJson: 'The file is not JSON, or only a part of it is there.',
  notAnExport: 'The file is not an export of Taskbell.',
  newer: 'The file was exported by a newer Taskbell. Update this one first.',
  notAsExpected: (at: string) => `The file is not as Taskbell writes it, at ${at}.`,
  twice: (at: string) => `The file has the same twice, at ${at}.`,
  ofNoGateway: (at: string) => `The file has a task of a gateway that is not in it, at ${at}.`,
  nothingImported: (why: string) => `${why} Nothing was imported.`,
  unusable: {
    gateway: (name: string) => `The gateway “${name}” of the file cannot be used here.`,
    dialect: (name: string) => `The dialect “${name}” of the file cannot be used here.`,
  },
  imported: (added: number) => `${counted(added, 'task', 'tasks')} imported.`,
  alreadyHere: (count: number) => ` ${counted(count, 'was', 'were')} in the list already.`,
  enterKeys: (gateways: readonly string[]) =>
    ` Enter the ${plural(gateways.length, 'key', 'keys')} of ${gateways.join(', ')}: keys are not in an export.`,
  exported: (path: string) => `Exported to ${path}. It holds no keys; links in it may open your videos.`,
  notAFile: 'This is not a file.',
  notText: 'The file is not text in UTF-8.',
  notReadable: (code: string) => `The file cannot be read (${code}).`,
  isThere: 'A file of this name is there already.',
  noFolder: 'The folder for this file is not there. Make it first.',
  notWritable: (code: string) => `The file cannot be written (${code}).`,
  listFiles: 'Taskbell list',
  spreadsheets: 'Spreadsheet',
};
