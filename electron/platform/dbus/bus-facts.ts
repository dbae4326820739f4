import { readFile } from 'node:fs/promises';
import type { BusCall } from './bus-connection.ts';
import type { SessionBus } from './session-bus.ts';

const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

const longestAnswerMs = 3000;

/** The first value of the answer; null when there is none. */
export const askedOf = async (bus: SessionBus, call: BusCall): Promise<unknown> => {
  const answer = await bus.call(call, longestAnswerMs);
  return answer.ok ? (answer.value[0] ?? null) : null;
};

/** Whether somebody has the name now; nobody is started for the question. */
export const hasOwner = async (bus: SessionBus, name: string): Promise<boolean> =>
  (await askedOf(bus, { ...daemon, member: 'NameHasOwner', signature: 's', body: [name] })) === true;

/** The process behind a name; null when nobody has it. */
export const processOf = async (bus: SessionBus, name: string): Promise<number | null> => {
  const id = await askedOf(bus, {
    ...daemon,
    member: 'GetConnectionUnixProcessID',
    signature: 's',
    body: [name],
  });
  return typeof id === 'number' ? id : null;
};

/** What the program behind a name is called; null when nobody has it or the system does not tell. */
export const programOf = async (bus: SessionBus, name: string): Promise<string | null> => {
  const id = await processOf(bus, name);
  if (id === null) return null;
  const called = await readFile(`/proc/${String(id)}/cmdline`, 'utf8').catch(() => '');
  const [path = ''] = called.split('\0');
  const program = path.slice(path.lastIndexOf('/') + 1);
  return /^[\w.+-]{1,60}$/.test(program) ? program : null;
};

/** One property of an object; null when there is none. */
export const propertyOf = async (
  bus: SessionBus,
  { destination, path, interface: name }: Pick<BusCall, 'destination' | 'path' | 'interface'>,
  property: string,
): Promise<unknown> => {
  const variant = await askedOf(bus, {
    destination,
    path,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: [name, property],
  });
  const value: unknown = Array.isArray(variant) ? variant[1] : null;
  return Array.isArray(value) ? (value[0] ?? null) : null;
};
