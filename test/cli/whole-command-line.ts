import { expect, onTestFinished } from 'vitest';
import type { App } from '../../electron/app.ts';
import { createControlHandlers } from '../../electron/cli/control-handlers.ts';
import { serveControl } from '../../electron/cli/control-server.ts';
import { controlDependencies } from '../fakes/control-dependencies.ts';
import { startWholeApp, type Surroundings, type WholeApp } from '../fakes/whole-app.ts';
import { CommandLine } from './harness.ts';

/** The command line in front of the whole app, over a real socket. `waiting`: a wait has reached the app. */
export const commandLine = async (
  surroundings: Surroundings = {},
): Promise<{
  line: CommandLine;
  whole: WholeApp;
  waiting: Promise<null>;
}> => {
  const line = new CommandLine();
  const whole = startWholeApp({ ...surroundings, clock: line.clock });
  const bugs: unknown[] = [];
  const waits = Promise.withResolvers<null>();
  const app: App = {
    ...whole.app,
    subscribe: (reader) => {
      waits.resolve(null);
      return whole.app.subscribe(reader);
    },
  };
  const served = await serveControl({
    address: line.address,
    handlers: createControlHandlers(controlDependencies(app, whole.clock)),
    onBug: (error) => bugs.push(error),
  });
  onTestFinished(async () => {
    if (served.ok) await served.value.close();
    whole.app.stop();
    expect(bugs).toEqual([]);
  });
  return { line, whole, waiting: waits.promise };
};
