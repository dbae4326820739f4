import { connectService } from '../platform/bus-service.ts';

/** A file manager that remembers which files it was to show. */
export interface ScriptedFileManager {
  /** Their addresses, oldest first. */
  readonly shown: readonly string[];
  die(): void;
}

const name = 'org.freedesktop.FileManager1';

export const startScriptedFileManager = async (busAddress: string): Promise<ScriptedFileManager> => {
  const service = await connectService(busAddress);
  const shown: string[] = [];
  const methods = { ShowItems: (addresses: readonly string[]) => void shown.push(...addresses) };
  service.export(methods, '/org/freedesktop/FileManager1', {
    name,
    methods: { ShowItems: ['ass', ''] },
    properties: {},
  });
  await service.own(name);
  return { shown, die: () => service.die() };
};
