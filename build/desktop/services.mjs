import { existsSync, mkdirSync, chmodSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { capture } from '../setup/run.mjs';
import { Obstacle } from '../setup/script.mjs';

/** @typedef {import('./children.mjs').Children} Children */
/** @typedef {import('./children.mjs').Service} Service */

const readyWithinMs = 20_000;

/**
 * @param {Children} children
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} DISPLAY
 */
export const startDisplay = async (children, env) => {
  makeSocketFolder();
  // -ac: whoever can reach the socket may draw, so that another user's app can.
  const args = ['-displayfd', '3', '-ac', '-nolisten', 'tcp', '-screen', '0', '1600x1000x24'];
  const server = children.start('Xvfb', 'Xvfb', args, { env, reports: true });
  const number = await reported(children, server);
  return `:${number}`;
};

/** An X server without root does not make this folder itself. */
const makeSocketFolder = () => {
  const folder = '/tmp/.X11-unix';
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o1777);
};

/**
 * @param {Children} children
 * @param {NodeJS.ProcessEnv} env
 * @param {string} configuration
 * @returns {Promise<string>} DBUS_SESSION_BUS_ADDRESS
 */
export const startBus = async (children, env, configuration) => {
  const args = [`--config-file=${configuration}`, '--nofork', '--nopidfile', '--print-address=3'];
  return reported(children, children.start('dbus-daemon', 'dbus-daemon', args, { env, reports: true }));
};

/**
 * A keyring whose login collection is made and unlocked. The password's line break matters.
 * @param {Children} children
 * @param {NodeJS.ProcessEnv} env
 */
export const startKeyring = async (children, env) => {
  const args = ['--unlock', '--foreground', '--components=secrets'];
  const keyring = children.start('keyring', 'gnome-keyring-daemon', args, { env, input: 'test\n' });
  await until(children, keyring, () =>
    answers(
      children,
      env,
      'org.freedesktop.secrets',
      '/org/freedesktop/secrets',
      'org.freedesktop.Secret.Service.ReadAlias',
      ['string:default'],
    ).then((answer) => answer.includes('/collection/')),
  );
};

/**
 * @param {Children} children
 * @param {NodeJS.ProcessEnv} env
 */
export const startPanel = async (children, env) => {
  const panel = children.start('panel', 'xfce4-panel', ['--disable-wm-check'], { env });
  await until(children, panel, () =>
    answers(
      children,
      env,
      'org.kde.StatusNotifierWatcher',
      '/StatusNotifierWatcher',
      'org.freedesktop.DBus.Properties.Get',
      ['string:org.kde.StatusNotifierWatcher', 'string:IsStatusNotifierHostRegistered'],
    ).then((answer) => answer.includes('true')),
  );
};

/**
 * @param {Children} children
 * @param {NodeJS.ProcessEnv} env
 * @param {string} configuration
 */
export const startNotifications = async (children, env, configuration) => {
  const dunst = children.start('dunst', 'dunst', ['-conf', configuration], { env });
  await until(children, dunst, () =>
    answers(
      children,
      env,
      'org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
      ['string:org.freedesktop.Notifications'],
    ).then((answer) => answer.includes('true')),
  );
};

/**
 * One D-Bus call as text; empty when nobody answers it. The bus lets only its own user in.
 * @param {Children} children
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {string} object
 * @param {string} method
 * @param {readonly string[]} args
 */
const answers = async (children, env, name, object, method, args) => {
  const call = [
    '--session',
    '--print-reply=literal',
    '--reply-timeout=2000',
    `--dest=${name}`,
    object,
    method,
    ...args,
  ];
  const outcome = await capture('dbus-send', call, { env, cwd: '/', user: children.user });
  return outcome.code === 0 ? outcome.stdout : '';
};

/**
 * The first line that a service writes to its descriptor 3.
 * @param {Children} children
 * @param {Service} service
 * @returns {Promise<string>}
 */
const reported = (children, service) => {
  const pipe = /** @type {import('node:stream').Readable} */ (service.process.stdio[3]);
  return new Promise((resolve, reject) => {
    let text = '';
    let settled = false;
    const giveUp = () => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      reject(notReady(children, service));
    };
    const timer = setTimeout(giveUp, readyWithinMs);
    void service.ended.then(giveUp);
    pipe.setEncoding('utf8').on('data', (/** @type {string} */ part) => {
      text += part;
      if (settled || !text.includes('\n')) return;
      settled = true;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
};

/**
 * @param {Children} children
 * @param {Service} service
 * @param {() => Promise<boolean>} isReady
 */
const until = async (children, service, isReady) => {
  const deadline = Date.now() + readyWithinMs;
  let over = false;
  void service.ended.then(() => (over = true));
  while (!(await isReady())) {
    if (over || Date.now() > deadline) throw notReady(children, service);
    await pause(50);
  }
};

/**
 * @param {Children} children
 * @param {Service} service
 */
const notReady = (children, { name }) =>
  new Obstacle(
    `The throw-away desktop's ${name} did not come up. Its last words:\n${children.lastWords(name)}`,
  );
