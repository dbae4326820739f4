import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openSession, type DesktopSession } from '../../desktop/desktop-session.ts';
import { processOwning } from '../../desktop/name-owners.ts';
import { processTree } from '../../e2e/process-tree.ts';

/** The bus's own names of the connections that these processes hold. */
const namesOf = async (
  session: DesktopSession,
  processes: readonly number[],
): Promise<ReadonlySet<string>> => {
  const bus = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' } as const;
  const [names] = await session.ask({
    ...bus,
    interface: 'org.freedesktop.DBus',
    member: 'ListNames',
    signature: '',
    body: [],
  });
  const found = new Set<string>();
  for (const name of names as readonly string[]) {
    const owner = name.startsWith(':') ? await processOwning(session, name).catch(() => 0) : 0;
    if (processes.includes(owner)) found.add(name);
  }
  return found;
};

/** How many messages a program sends over the session bus within the time. */
export const busMessages = async (root: number, forMs: number): Promise<number> => {
  const session = openSession();
  const names = await namesOf(session, processTree(root));
  session.close();
  if (names.size === 0) throw new Error('The program is not on the bus.');
  const monitor = spawn('dbus-monitor', ['--session'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  monitor.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await pause(forMs);
  const ended = once(monitor, 'exit');
  monitor.kill();
  await ended;
  return [...text.matchAll(/^(?:method call|method return|signal|error) .*?sender=(\S+)/gm)].filter(
    ([, sender = '']) => names.has(sender),
  ).length;
};
