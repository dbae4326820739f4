import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface PrivateBus {
  readonly address: string;
  /** Ends the bus; its address stays the same for `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
  dispose(): Promise<void>;
}

/** A session bus of this test's own which starts no services by itself. */
export const startPrivateBus = async (): Promise<PrivateBus> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'taskbell-bus-'));
  const socket = path.join(folder, 'bus');
  const configuration = path.join(folder, 'bus.conf');
  await writeFile(configuration, configurationFor(socket));
  let daemon: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    const child = spawn('dbus-daemon', [`--config-file=${configuration}`, '--nofork', '--print-address'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    daemon = child;
    await once(createInterface(child.stdout), 'line');
  };
  const stop = async (): Promise<void> => {
    const child = daemon;
    daemon = null;
    if (child?.exitCode !== null) return;
    const exit = once(child, 'exit');
    child.kill();
    await exit;
  };

  await start();
  return {
    address: `unix:path=${socket}`,
    start,
    stop,
    dispose: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const configurationFor = (socket: string): string => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
