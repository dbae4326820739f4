import { chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { xfconfServiceFiles } from '../setup/system-needs.mjs';

/**
 * @typedef {object} SessionFolder
 * @property {string} root removed with everything in it when the desktop ends
 * @property {string} home
 * @property {string} runtime mode 0700, as XDG_RUNTIME_DIR must be
 * @property {string} config
 * @property {string} temporary
 * @property {string} logs
 * @property {string} busConfiguration
 * @property {string} dunstConfiguration
 * @property {string} notificationsLog one JSON object a line
 * @property {string} wantedButton its text names the button that the notification service's menu chooses
 */

/**
 * Lays out a home and the configuration of every service.
 * @param {object} options
 * @param {{ uid?: number, gid?: number }} options.user who owns it
 * @param {string} options.electron run as Node to record notifications: unlike our own Node, every user can read it
 * @param {boolean} options.panel whether the bus may start the panel's settings service
 * @returns {SessionFolder}
 */
export const createSessionFolder = ({ user, electron, panel }) => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'taskbell-desktop-'));
  const inRoot = (/** @type {string[]} */ ...names) => path.join(root, ...names);
  const folder = {
    root,
    home: inRoot('home'),
    runtime: inRoot('run'),
    config: inRoot('home', '.config'),
    temporary: inRoot('tmp'),
    logs: inRoot('logs'),
    busConfiguration: inRoot('bus.conf'),
    dunstConfiguration: inRoot('dunstrc'),
    notificationsLog: inRoot('notifications.jsonl'),
    wantedButton: inRoot('wanted-button'),
  };
  const channels = path.join(folder.config, 'xfce4', 'xfconf', 'xfce-perchannel-xml');
  const activation = inRoot('services');
  const own = (/** @type {string} */ file) => chownSync(file, user.uid ?? -1, user.gid ?? -1);
  const make = (/** @type {string} */ directory) => {
    mkdirSync(directory, { mode: 0o700 });
    own(directory);
  };
  const write = (/** @type {string} */ file, /** @type {string} */ text, mode = 0o600) => {
    writeFileSync(file, text, { mode });
    own(file);
  };

  own(root);
  for (const directory of [folder.home, folder.runtime, folder.temporary, folder.logs, activation])
    make(directory);
  for (let at = folder.config; ; at = path.join(at, path.relative(at, channels).split(path.sep)[0] ?? '')) {
    make(at);
    if (at === channels) break;
  }
  const settings = xfconfServiceFiles.find((file) => existsSync(file));
  if (panel && settings !== undefined) {
    const copy = path.join(activation, path.basename(settings));
    copyFileSync(settings, copy);
    own(copy);
  }
  const recorder = inRoot('record-notification');
  write(recorder, recorderScript(electron, folder.notificationsLog), 0o700);
  write(folder.notificationsLog, '');
  const chooser = inRoot('choose-button');
  write(chooser, `#!/bin/sh\nexec grep -m 1 -F "#$(cat '${folder.wantedButton}') ("\n`, 0o700);
  write(folder.wantedButton, '');
  write(folder.busConfiguration, busConfiguration(inRoot('run', 'bus'), activation));
  write(folder.dunstConfiguration, dunstConfiguration(recorder, chooser));
  write(path.join(channels, 'xfce4-panel.xml'), panelConfiguration);
  return folder;
};

const recordNotification = fileURLToPath(new URL('record-notification.mjs', import.meta.url));

/**
 * @param {string} electron
 * @param {string} log
 */
const recorderScript = (electron, log) =>
  `#!/bin/sh\nELECTRON_RUN_AS_NODE=1 exec '${electron}' '${recordNotification}' '${log}'\n`;

/**
 * A session bus that starts nothing by itself, so that what is left out is really absent.
 * @param {string} socket
 * @param {string} activation
 */
const busConfiguration = (socket, activation) => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${activation}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/**
 * @param {string} recorder
 * @param {string} chooser given the entries of the menu, answers with the chosen one
 */
const dunstConfiguration = (recorder, chooser) => `[global]
    dmenu = ${chooser}
    width = (200, 360)
    notification_limit = 20
    idle_threshold = 0
    show_indicators = yes
    sort = no
    stack_duplicates = no
    markup = full

[urgency_low]
    timeout = 0

[urgency_normal]
    timeout = 0

[urgency_critical]
    timeout = 0

[record]
    summary = "*"
    script = ${recorder}
`;

// One panel with the tray alone: the default panel starts a dozen plugins that nobody looks at.
const panelConfiguration = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="28"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray"/>
  </property>
</channel>
`;
