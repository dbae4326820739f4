import { addBox } from './en/add-box.ts';
import { adding } from './en/adding.ts';
import { appAnswers } from './en/app-answers.ts';
import { checks } from './en/checks.ts';
import { commandLine } from './en/command-line.ts';
import { commands } from './en/commands.ts';
import { demo } from './en/demo.ts';
import { details } from './en/details.ts';
import { diagnostics } from './en/diagnostics.ts';
import { dialects } from './en/dialects.ts';
import { editor } from './en/editor.ts';
import { gatewayForm } from './en/gateway-form.ts';
import { gateways } from './en/gateways.ts';
import { hooks } from './en/hooks.ts';
import { keys } from './en/keys.ts';
import { list } from './en/list.ts';
import { looking } from './en/looking.ts';
import { moves } from './en/moves.ts';
import { notices } from './en/notices.ts';
import { preferences } from './en/preferences.ts';
import { push } from './en/push.ts';
import { quiet } from './en/quiet.ts';
import { saving } from './en/saving.ts';
import { selection } from './en/selection.ts';
import { settings } from './en/settings.ts';
import { storage } from './en/storage.ts';
import { tasks } from './en/tasks.ts';
import { times } from './en/times.ts';
import { timing } from './en/timing.ts';
import { trayAdvice } from './en/tray-advice.ts';
import { tray } from './en/tray.ts';
import { vault } from './en/vault.ts';
import { updates } from './en/updates.ts';
import { window } from './en/window.ts';

/** English, which says what every other language must say too. */
export const english = {
  addBox,
  adding,
  appAnswers,
  checks,
  commandLine,
  commands,
  demo,
  details,
  diagnostics,
  dialects,
  editor,
  gatewayForm,
  gateways,
  hooks,
  keys,
  list,
  looking,
  moves,
  notices,
  preferences,
  push,
  quiet,
  saving,
  selection,
  settings,
  storage,
  tasks,
  times,
  timing,
  tray,
  updates,
  trayAdvice,
  vault,
  window,
};
