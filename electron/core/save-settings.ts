import type { Gateway } from '../shared/gateway.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import {
  defaultLargestBytes,
  defaultNameTemplate,
  gibibyte,
  type SavedKind,
  type SavingSettings,
  type SavingSettingsTrouble,
} from '../shared/saving.ts';
import { isNameTemplate } from './file-name.ts';
import type { Clock } from './ports.ts';
import type { ResultFiles } from './saving-ports.ts';
import type { TaskStore } from './store-ports.ts';

export type SavedGateway = Pick<Gateway, 'id' | 'saving'>;

export interface SaveSettings {
  read(): SavingSettings;
  /** From when on what becomes ready at a gateway is saved by itself (wall clock ms); null while it is not. */
  since(gateway: SavedGateway, kind: SavedKind): number | null;
  /** A gateway may say otherwise now than it did. */
  gatewayChanged(gateway: SavedGateway): void;
  gatewayRemoved(gatewayId: string): void;
  /** A folder is tried out when it is another than before: the one before may only be away for a while. */
  choose(settings: SavingSettings): Promise<Result<SavingSettings, SavingSettingsTrouble>>;
}

export interface SaveSettingsDependencies {
  readonly clock: Pick<Clock, 'now'>;
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly files: Pick<ResultFiles, 'defaultFolder' | 'homeFolder' | 'folderTrouble'>;
}

const settingName = 'saving';

interface Kept extends SavingSettings {
  readonly since: number | null;
  /** Since when a kind is chosen, where it was not from the first. */
  readonly kindsSince: Readonly<Partial<Record<SavedKind, number>>>;
  /** Since when all of a gateway's is saved, by its id. */
  readonly always: Readonly<Record<string, number>>;
}

export const createSaveSettings = ({ clock, store, files }: SaveSettingsDependencies): SaveSettings => {
  const kept = (): Kept => ({
    on: false,
    kinds: ['video'],
    folder: files.defaultFolder,
    nameTemplate: defaultNameTemplate,
    largestBytes: defaultLargestBytes,
    since: null,
    kindsSince: {},
    always: {},
    ...keptIn(store.setting(settingName)),
  });
  const read = (): SavingSettings => {
    const { on, kinds, folder, nameTemplate, largestBytes } = kept();
    return { on, kinds, folder, nameTemplate, largestBytes };
  };
  const keep = (changed: Kept): void => store.saveSetting(settingName, JSON.stringify(changed));
  const forget = (gatewayId: string): void => {
    const { [gatewayId]: gone, ...always } = kept().always;
    if (gone !== undefined) keep({ ...kept(), always });
  };
  return {
    read,
    since: ({ id, saving }, kind) => {
      const { on, kinds, since, kindsSince, always } = kept();
      if (saving === 'never' || !kinds.includes(kind)) return null;
      const ofAll = saving === 'always' ? (always[id] ?? null) : on ? since : null;
      return ofAll === null ? null : Math.max(ofAll, kindsSince[kind] ?? 0);
    },
    gatewayChanged: ({ id, saving }) => {
      if (saving !== 'always') return forget(id);
      const { always } = kept();
      if (always[id] === undefined) keep({ ...kept(), always: { ...always, [id]: clock.now() } });
    },
    gatewayRemoved: forget,
    choose: async (wanted) => {
      const asked = { ...wanted, folder: withHome(wanted.folder, files.homeFolder) };
      const trouble = troubleWith(asked);
      if (trouble !== null) return failed(trouble);
      const changed = changedIn(asked, read());
      const folderTrouble = changed.folder === undefined ? null : await files.folderTrouble(asked.folder);
      if (folderTrouble !== null) return failed(folderTrouble);
      // Trying out a folder can take a while: what was chosen meanwhile stays chosen.
      const settings = { ...read(), ...changed };
      const before = kept();
      // What was ready before is not news: switching this on must not bring a hundred old videos.
      const since = settings.on ? (before.on ? before.since : clock.now()) : null;
      const kindsSince = Object.fromEntries(
        settings.kinds.map((kind) => [
          kind,
          before.kinds.includes(kind) ? before.kindsSince[kind] : clock.now(),
        ]),
      );
      keep({ ...settings, since, kindsSince, always: before.always });
      return ok(read());
    },
  };
};

const changedIn = (wanted: SavingSettings, before: SavingSettings): Partial<SavingSettings> => {
  const isOther = (name: keyof SavingSettings): boolean =>
    JSON.stringify(wanted[name]) !== JSON.stringify(before[name]);
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => isOther(name as keyof SavingSettings)));
};

/** Whether a folder is named whole, so that it is the same wherever it is asked from. */
export const isAbsolute = (folder: string): boolean => /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(folder);

/** `~` as shells understand it. */
export const withHome = (folder: string, home: string): string =>
  /^~(?=$|[\\/])/.test(folder) ? `${home}${folder.slice(1)}` : folder;

const troubleWith = (settings: SavingSettings): SavingSettingsTrouble | null => {
  const { kinds, folder, nameTemplate, largestBytes } = settings;
  if (kinds.length === 0) return 'no-kinds';
  if (folder.trim() === '' || folder.includes('\0')) return 'folder-missing';
  if (!isAbsolute(folder)) return 'folder-not-whole';
  if (nameTemplate.trim() === '') return 'name-missing';
  if (!isNameTemplate(nameTemplate)) return 'unknown-placeholder';
  return largestBytes >= gibibyte && largestBytes <= 1000 * gibibyte ? null : 'size';
};

/** Written by this program; only a text that is no longer whole is not believed. */
const keptIn = (text: string | null): Partial<Kept> => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};
