import { words } from '../shared/language/spoken.ts';
import { demo, pause, quit, resume, startup, version } from './app-commands.ts';
import { commandIn, readArguments } from './arguments.ts';
import type { CommandIo } from './command-io.ts';
import type { CommandName } from './command-shapes.ts';
import { complainOfUsage, print, type Command } from './commands.ts';
import { bin, exportList, importList, restore } from './data-commands.ts';
import { exportDialect, importDialect, listDialects, removeDialect } from './dialect-commands.ts';
import { doctor } from './doctor-command.ts';
import {
  addGateway,
  changeKey,
  listGateways,
  removeGateway,
  savingOfGateway,
  testGateway,
} from './gateway-commands.ts';
import { exitCodes, helpOf, overview, usageLine } from './help.ts';
import { addPush, listPush, removePush, testPush } from './push-commands.ts';
import { mute, quiet } from './quiet-commands.ts';
import { open, save } from './save-commands.ts';
import { check, list, remove, show, watch } from './task-commands.ts';
import { timing } from './timing-command.ts';
import { vaultForget, vaultMove, vaultPassphrase, vaultStatus, vaultUnlock } from './vault-commands.ts';
import { wait } from './wait-command.ts';

type Run = (argv: readonly string[], io: CommandIo) => number | Promise<number>;

const checked =
  <Name extends CommandName>(name: Name, run: Command<Name>): Run =>
  (argv, io) => {
    if (asksForHelp(argv)) return print(io, helpOf(name));
    const given = readArguments(name, argv);
    if (given.ok) return run(given.value, io);
    complainOfUsage(io, given.trouble);
    io.stderr(`${usageLine(name)}\n`);
    return exitCodes.usage;
  };

const asksForHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--');
  return (end === -1 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h');
};

const commands: Readonly<Record<CommandName, Run>> = {
  'gateway add': checked('gateway add', addGateway),
  'gateway list': checked('gateway list', listGateways),
  'gateway test': checked('gateway test', testGateway),
  'gateway key': checked('gateway key', changeKey),
  'gateway saving': checked('gateway saving', savingOfGateway),
  'gateway remove': checked('gateway remove', removeGateway),
  'dialect list': checked('dialect list', listDialects),
  'dialect export': checked('dialect export', exportDialect),
  'dialect import': checked('dialect import', importDialect),
  'dialect remove': checked('dialect remove', removeDialect),
  watch: checked('watch', watch),
  list: checked('list', list),
  show: checked('show', show),
  wait: checked('wait', wait),
  save: checked('save', save),
  open: checked('open', open),
  check: checked('check', check),
  remove: checked('remove', remove),
  bin: checked('bin', bin),
  restore: checked('restore', restore),
  export: checked('export', exportList),
  import: checked('import', importList),
  pause: checked('pause', pause),
  resume: checked('resume', resume),
  timing: checked('timing', timing),
  mute: checked('mute', mute),
  quiet: checked('quiet', quiet),
  'push add': checked('push add', addPush),
  'push list': checked('push list', listPush),
  'push test': checked('push test', testPush),
  'push remove': checked('push remove', removePush),
  doctor: checked('doctor', doctor),
  'vault status': checked('vault status', vaultStatus),
  'vault unlock': checked('vault unlock', vaultUnlock),
  'vault move': checked('vault move', vaultMove),
  'vault passphrase': checked('vault passphrase', vaultPassphrase),
  'vault forget': checked('vault forget', vaultForget),
  demo: checked('demo', demo),
  startup: checked('startup', startup),
  quit: checked('quit', quit),
  version: checked('version', version),
};

/** Runs one command, given the words after the program's name. Resolves to the exit code. */
export const runCommandLine = async (argv: readonly string[], io: CommandIo): Promise<number> => {
  const [first, ...rest] = argv;
  if (first === undefined) {
    io.stderr(`${overview()}\n`);
    return exitCodes.usage;
  }
  if (first === '--version') return commands.version(rest, io);
  if (first === 'help' || asksForHelp([first])) return help(rest, io);
  const command = commandIn(argv);
  return command === null ? unknownCommand(argv, io) : commands[command.name](command.rest, io);
};

const help = (topic: readonly string[], io: CommandIo): number => {
  if (topic.length === 0) return print(io, overview());
  const command = commandIn(topic);
  return command === null ? unknownCommand(topic, io) : print(io, helpOf(command.name));
};

/** Words that need a second one. */
const groups: ReadonlyMap<string, () => string> = new Map([
  ['gateway', () => words().commandLine.gatewayGroup],
  ['dialect', () => words().commandLine.dialectGroup],
  ['vault', () => words().vault.group],
  ['push', () => words().push.group],
]);

const unknownCommand = ([first = '', second]: readonly string[], io: CommandIo): number => {
  const whatToDo = groups.get(first);
  complainOfUsage(
    io,
    whatToDo !== undefined && second === undefined
      ? whatToDo()
      : words().commandLine.noCommand(whatToDo === undefined ? first : `${first} ${second ?? ''}`),
  );
  io.stderr(`${words().commandLine.listsCommands}\n`);
  return exitCodes.usage;
};
