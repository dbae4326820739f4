/** What a command takes, as data: the parser reads it and the help prints it, with the words of the language. */
export interface CommandShape {
  readonly usage: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** What its words are called and how many there may be. */
  readonly words: { readonly called: string; readonly least: number; readonly most: number };
}

export interface CommandOption {
  readonly takes: 'text' | 'nothing';
}

const json: CommandOption = { takes: 'nothing' };
const none = { called: '', least: 0, most: 0 };
const oneName = { called: 'NAME', least: 1, most: 1 };
const oneId = { called: 'ID', least: 1, most: 1 };
const oneFile = { called: 'FILE', least: 1, most: 1 };

export const commandShapes = {
  'gateway add': {
    usage:
      'gateway add NAME --url URL [--dialect ID] (--key-stdin | --key-env VAR) [--rate N] [--allow-plain-http]',
    options: {
      url: { takes: 'text' },
      dialect: {
        takes: 'text',
      },
      'key-stdin': {
        takes: 'nothing',
      },
      'key-env': { takes: 'text' },
      rate: {
        takes: 'text',
      },
      'allow-plain-http': {
        takes: 'nothing',
      },
    },
    words: oneName,
  },
  'gateway list': {
    usage: 'gateway list [--json]',
    options: { json },
    words: none,
  },
  'gateway test': {
    usage: 'gateway test NAME',
    options: {},
    words: oneName,
  },
  'gateway key': {
    usage: 'gateway key NAME (--key-stdin | --key-env VAR)',
    options: { 'key-stdin': { takes: 'nothing' }, 'key-env': { takes: 'text' } },
    words: oneName,
  },
  'gateway saving': {
    usage: 'gateway saving NAME [as-set | always | never]',
    options: {},
    words: { called: 'NAME', least: 1, most: 2 },
  },
  'gateway remove': {
    usage: 'gateway remove NAME',
    options: {},
    words: oneName,
  },
  'dialect list': {
    usage: 'dialect list [--json]',
    options: { json },
    words: none,
  },
  'dialect export': {
    usage: 'dialect export ID',
    options: {},
    words: oneId,
  },
  'dialect import': {
    usage: 'dialect import FILE',
    options: {},
    words: oneFile,
  },
  'dialect remove': {
    usage: 'dialect remove ID',
    options: {},
    words: oneId,
  },
  watch: {
    usage: 'watch REF... [--gateway NAME | --add-gateway NAME [--allow-plain-http]] [--json]',
    options: {
      gateway: { takes: 'text' },
      'add-gateway': {
        takes: 'text',
      },
      'allow-plain-http': {
        takes: 'nothing',
      },
      json,
    },
    words: { called: 'REF', least: 1, most: Infinity },
  },
  list: { usage: 'list [--json]', options: { json }, words: none },
  show: { usage: 'show ID [--json]', options: { json }, words: oneId },
  wait: {
    usage: 'wait ID... [--timeout S] [--save DIR]',
    options: { timeout: { takes: 'text' }, save: { takes: 'text' } },
    words: { called: 'ID', least: 1, most: Infinity },
  },
  save: {
    usage: 'save ID ([--to DIR] [--timeout S] | --stop)',
    options: { to: { takes: 'text' }, timeout: { takes: 'text' }, stop: { takes: 'nothing' } },
    words: oneId,
  },
  open: {
    usage: 'open ID',
    options: {},
    words: oneId,
  },
  check: {
    usage: 'check [ID]',
    options: {},
    words: { called: 'ID', least: 0, most: 1 },
  },
  remove: { usage: 'remove ID', options: {}, words: oneId },
  bin: {
    usage: 'bin [--json]',
    options: { json },
    words: none,
  },
  restore: { usage: 'restore ID', options: {}, words: oneId },
  export: {
    usage: 'export FILE [--csv]',
    options: {
      csv: { takes: 'nothing' },
    },
    words: oneFile,
  },
  import: {
    usage: 'import FILE',
    options: {},
    words: oneFile,
  },
  pause: {
    usage: 'pause [--for TIME]',
    options: { for: { takes: 'text' } },
    words: none,
  },
  resume: { usage: 'resume', options: {}, words: none },
  timing: {
    usage: 'timing [fewer-requests | balanced | told-sooner]',
    options: {},
    words: { called: 'CHOICE', least: 0, most: 1 },
  },
  mute: {
    usage: 'mute ID [--off]',
    options: { off: { takes: 'nothing' } },
    words: oneId,
  },
  quiet: {
    usage: 'quiet [30-minutes | 2-hours | tomorrow | off]',
    options: {},
    words: { called: 'CHOICE', least: 0, most: 1 },
  },
  'push add': {
    usage:
      'push add NAME --service SERVICE [--url URL] (--token-stdin | --token-env VAR) [--allow-plain-http]',
    options: {
      service: { takes: 'text' },
      url: { takes: 'text' },
      'token-stdin': { takes: 'nothing' },
      'token-env': { takes: 'text' },
      'allow-plain-http': { takes: 'nothing' },
    },
    words: oneName,
  },
  'push list': { usage: 'push list [--json]', options: { json }, words: none },
  'push test': { usage: 'push test NAME', options: {}, words: oneName },
  'push remove': { usage: 'push remove NAME', options: {}, words: oneName },
  doctor: {
    usage: 'doctor [--json]',
    options: { json },
    words: none,
  },
  'vault status': { usage: 'vault status [--json]', options: { json }, words: none },
  'vault unlock': { usage: 'vault unlock', options: {}, words: none },
  'vault move': {
    usage: 'vault move (keyring | file | memory) [--leave-keys]',
    options: { 'leave-keys': { takes: 'nothing' } },
    words: { called: 'PLACE', least: 1, most: 1 },
  },
  'vault passphrase': { usage: 'vault passphrase', options: {}, words: none },
  'vault forget': { usage: 'vault forget', options: {}, words: none },
  demo: { usage: 'demo', options: {}, words: none },
  startup: {
    usage: 'startup [on | off]',
    options: {},
    words: { called: 'CHOICE', least: 0, most: 1 },
  },
  quit: { usage: 'quit', options: {}, words: none },
  version: { usage: 'version', options: {}, words: none },
} as const satisfies Readonly<Record<string, CommandShape>>;

export type CommandName = keyof typeof commandShapes;

export const commandNames = Object.keys(commandShapes) as readonly CommandName[];

/** The option names of one command. */
export type OptionOf<Name extends CommandName> = keyof (typeof commandShapes)[Name]['options'] & string;
