import type { Gateway } from '../shared/gateway.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import {
  defaultLargestBytes,
  defaultNameTemplate,
  gibibyte,
  type SavingSettings,
  type SavingSettingsTrouble,
} from '../shared/saving.ts';
import { isNameTemplate } from './file-name.ts';
import type { Clock } from './ports.ts';
import type { TaskStore } from './store-ports.ts';

export type SavedGateway = Pick<Gateway, 'id' | 'saving'>;

export interface SaveSettings {
  read(): SavingSettings;
  /** From when on what becomes ready at a gateway is saved by itself (wall clock ms); null while nothing is. */
  since(gateway: SavedGateway): number | null;
  /** A gateway may say otherwise now than it did. */
  gatewayChanged(gateway: SavedGateway): void;
  gatewayRemoved(gatewayId: string): void;
  choose(settings: SavingSettings): Result<SavingSettings, SavingSettingsTrouble>;
}

export interface SaveSettingsDependencies {
  readonly clock: Pick<Clock, 'now'>;
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  /** Where the user looks for downloads. */
  readonly defaultFolder: string;
}

const settingName = 'saving';

interface Kept extends SavingSettings {
  readonly since: number | null;
  /** Since when all of a gateway's is saved, by its id. */
  readonly always: Readonly<Record<string, number>>;
}

export const createSaveSettings = ({
  clock,
  store,
  defaultFolder,
}: SaveSettingsDependencies): SaveSettings => {
  const kept = (): Kept => ({
    on: false,
    folder: defaultFolder,
    nameTemplate: defaultNameTemplate,
    largestBytes: defaultLargestBytes,
    since: null,
    always: {},
    ...keptIn(store.setting(settingName)),
  });
  const read = (): SavingSettings => {
    const { on, folder, nameTemplate, largestBytes } = kept();
    return { on, folder, nameTemplate, largestBytes };
  };
  const keep = (changed: Kept): void => store.saveSetting(settingName, JSON.stringify(changed));
  const forget = (gatewayId: string): void => {
    const { [gatewayId]: gone, ...always } = kept().always;
    if (gone !== undefined) keep({ ...kept(), always });
  };
  return {
    read,
    since: ({ id, saving }) => {
      const { on, since, always } = kept();
      if (saving === 'never') return null;
      if (saving === 'always') return always[id] ?? null;
      return on ? since : null;
    },
    gatewayChanged: ({ id, saving }) => {
      if (saving !== 'always') return forget(id);
      const { always } = kept();
      if (always[id] === undefined) keep({ ...kept(), always: { ...always, [id]: clock.now() } });
    },
    gatewayRemoved: forget,
    choose: (settings) => {
      const trouble = troubleWith(settings);
      if (trouble !== null) return failed(trouble);
      const before = kept();
      // What was ready before is not news: switching this on must not bring a hundred old videos.
      const since = settings.on ? (before.on ? before.since : clock.now()) : null;
      keep({ ...settings, since, always: before.always });
      return ok(read());
    },
  };
};

/** Whether a folder is named whole, so that it is the same wherever it is asked from. */
export const isAbsolute = (folder: string): boolean => /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(folder);

const troubleWith = (settings: SavingSettings): SavingSettingsTrouble | null => {
  const { folder, nameTemplate, largestBytes } = settings;
  if (!isAbsolute(folder) || folder.includes('\0')) return 'folder-missing';
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
