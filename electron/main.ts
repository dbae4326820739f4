import { app as electron } from 'electron';
import { commandFrom } from './cli/command-from.ts';
import { runAsApp, sayWhyNotStarted } from './main/run-as-app.ts';
import { runAsCommand } from './main/run-as-command.ts';
import { startedWith } from './main/started-with.ts';

// Whatever this process writes is the user's alone.
process.umask(0o077);

const given = startedWith();
const command = commandFrom(process.argv, electron.isPackaged);
void (command === null
  ? runAsApp(given).catch((error: unknown) => sayWhyNotStarted(error, given))
  : runAsCommand(command, given));
