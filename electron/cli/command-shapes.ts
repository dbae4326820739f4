/** What a command takes, as data: the parser reads it and the help prints it. */
export interface CommandShape {
  readonly usage: string;
  readonly does: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** What its words are called and how many there may be. */
  readonly words: { readonly called: string; readonly least: number; readonly most: number };
}

export interface CommandOption {
  readonly takes: 'text' | 'nothing';
  readonly means: string;
}

const json: CommandOption = { takes: 'nothing', means: 'Print JSON, for scripts.' };
const none = { called: '', least: 0, most: 0 };
const oneName = { called: 'NAME', least: 1, most: 1 };
const oneId = { called: 'ID', least: 1, most: 1 };
const oneFile = { called: 'FILE', least: 1, most: 1 };

export const commandShapes = {
  'gateway add': {
    usage:
      'gateway add NAME --url URL [--dialect ID] (--key-stdin | --key-env VAR) [--rate N] [--allow-plain-http]',
    does: 'Add a gateway. Its key goes into the keyring of your system.',
    options: {
      url: { takes: 'text', means: 'The base URL, such as https://api.example.com.' },
      dialect: {
        takes: 'text',
        means: 'The shape of its API, an id of "taskbell dialect list". Default: relay.',
      },
      'key-stdin': {
        takes: 'nothing',
        means: 'Read the key from standard input; at a terminal it is asked for.',
      },
      'key-env': { takes: 'text', means: 'Read the key from the environment variable of this name.' },
      rate: {
        takes: 'text',
        means: 'At most N requests a second. Default: what the documents of its API say.',
      },
      'allow-plain-http': {
        takes: 'nothing',
        means: 'Let the key travel unencrypted to a host on the network.',
      },
    },
    words: oneName,
  },
  'gateway list': {
    usage: 'gateway list [--json]',
    does: 'List the gateways.',
    options: { json },
    words: none,
  },
  'gateway test': {
    usage: 'gateway test NAME',
    does: 'Ask a gateway whether it answers and takes the key.',
    options: {},
    words: oneName,
  },
  'gateway remove': {
    usage: 'gateway remove NAME',
    does: 'Remove a gateway with its tasks and its key.',
    options: {},
    words: oneName,
  },
  'dialect list': {
    usage: 'dialect list [--json]',
    does: 'List the dialects that a gateway can be given: those of this version, and your own.',
    options: { json },
    words: none,
  },
  'dialect export': {
    usage: 'dialect export ID',
    does: 'Print your description of an API as JSON.',
    options: {},
    words: oneId,
  },
  'dialect import': {
    usage: 'dialect import FILE',
    does: 'Take the description of an API from a JSON file; "-" reads standard input. Replaces one of the same id.',
    options: {},
    words: oneFile,
  },
  'dialect remove': {
    usage: 'dialect remove ID',
    does: 'Remove your description of an API that no gateway uses.',
    options: {},
    words: oneId,
  },
  watch: {
    usage: 'watch REF... [--gateway NAME | --add-gateway NAME [--allow-plain-http]] [--json]',
    does:
      'Watch tasks. A REF is a task id, a link, or any text with them: a sheet, a curl command, an answer of a ' +
      'gateway. "-" reads it from standard input, which is the place for a text with a key.',
    options: {
      gateway: { takes: 'text', means: 'The gateway that has the tasks, when there are several.' },
      'add-gateway': {
        takes: 'text',
        means: 'Store the gateway whose address and key are in the text, under this name.',
      },
      'allow-plain-http': {
        takes: 'nothing',
        means: 'With --add-gateway: let the key travel unencrypted to a host on the network.',
      },
      json,
    },
    words: { called: 'REF', least: 1, most: Infinity },
  },
  list: { usage: 'list [--json]', does: 'List the watched tasks.', options: { json }, words: none },
  show: { usage: 'show ID [--json]', does: 'Show one task.', options: { json }, words: oneId },
  wait: {
    usage: 'wait ID... [--timeout S] [--save DIR]',
    does: 'Wait until tasks have ended. Exit code: 0 all succeeded, 1 any failed, cancelled or lost, 3 time-out.',
    options: {
      timeout: { takes: 'text', means: 'Give up after S seconds.' },
      save: { takes: 'text', means: 'Then save what succeeded into the folder DIR, and print where it is.' },
    },
    words: { called: 'ID', least: 1, most: Infinity },
  },
  save: {
    usage: 'save ID [--to DIR]',
    does: 'Save the video of a task before its link ends, and print where it is.',
    options: { to: { takes: 'text', means: 'The folder. Default: the one in Settings.' } },
    words: oneId,
  },
  open: {
    usage: 'open ID',
    does: 'Open the saved video of a task, or else its link.',
    options: {},
    words: oneId,
  },
  check: {
    usage: 'check [ID]',
    does: 'Ask the gateway now, for one task or for all that have not ended.',
    options: {},
    words: { called: 'ID', least: 0, most: 1 },
  },
  remove: { usage: 'remove ID', does: 'Stop watching a task.', options: {}, words: oneId },
  bin: {
    usage: 'bin [--json]',
    does: 'List the tasks that were removed in the last 30 days.',
    options: { json },
    words: none,
  },
  restore: { usage: 'restore ID', does: 'Watch a removed task again.', options: {}, words: oneId },
  export: {
    usage: 'export FILE [--csv]',
    does: 'Write all tasks and gateways into a file, without keys. The file must not be there yet.',
    options: {
      csv: { takes: 'nothing', means: 'Write a table for spreadsheets, which cannot be imported.' },
    },
    words: oneFile,
  },
  import: {
    usage: 'import FILE',
    does: 'Take in what another Taskbell has exported. What is in the list already stays as it is.',
    options: {},
    words: oneFile,
  },
  pause: {
    usage: 'pause [--for TIME]',
    does: 'Stop all checks until resume, or for a time.',
    options: { for: { takes: 'text', means: 'Go on by itself after this time, such as 30m, 2h or 1d.' } },
    words: none,
  },
  resume: { usage: 'resume', does: 'Go on with the checks.', options: {}, words: none },
  timing: {
    usage: 'timing [fewer-requests | balanced | told-sooner]',
    does: 'Say how requests are weighed against being told at once, or choose it.',
    options: {},
    words: { called: 'CHOICE', least: 0, most: 1 },
  },
  mute: {
    usage: 'mute ID [--off]',
    does: 'No longer notify of what becomes of a task; with --off, notify again.',
    options: { off: { takes: 'nothing', means: 'Notify again.' } },
    words: oneId,
  },
  quiet: {
    usage: 'quiet [30-minutes | 2-hours | tomorrow | off]',
    does: 'Say whether notifications are held back, hold them back for a while, or no longer.',
    options: {},
    words: { called: 'CHOICE', least: 0, most: 1 },
  },
  doctor: {
    usage: 'doctor [--json]',
    does: 'Say when the next checks are and what holds them up. Does not start the app.',
    options: { json },
    words: none,
  },
  startup: {
    usage: 'startup [on | off]',
    does: 'Say whether Taskbell starts in the tray when you log in, or choose it.',
    options: {},
    words: { called: 'CHOICE', least: 0, most: 1 },
  },
  quit: { usage: 'quit', does: 'Quit the app.', options: {}, words: none },
  version: { usage: 'version', does: 'Print the version.', options: {}, words: none },
} as const satisfies Readonly<Record<string, CommandShape>>;

export type CommandName = keyof typeof commandShapes;

export const commandNames = Object.keys(commandShapes) as readonly CommandName[];

/** The option names of one command. */
export type OptionOf<Name extends CommandName> = keyof (typeof commandShapes)[Name]['options'] & string;
