import {
  defaultHookSettings,
  hookNames,
  type Hook,
  type HookSettings,
  type HookSettingsTrouble,
} from '../shared/hooks.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { TaskStore } from './store-ports.ts';

const settingName = 'hooks';
const shortestMs = 1_000;
const longestMs = 3_600_000;

/** What runs when a task ends. Only the user sets it: nothing that is imported, linked or answered does. */
export interface HookChoice {
  read(): HookSettings;
  choose(settings: HookSettings): Result<HookSettings, HookSettingsTrouble>;
}

export const createHookChoice = (store: Pick<TaskStore, 'setting' | 'saveSetting'>): HookChoice => {
  const read = (): HookSettings => keptIn(store.setting(settingName)) ?? defaultHookSettings;
  return {
    read,
    choose: (settings) => {
      const trouble = troubleWith(settings);
      if (trouble !== null) return failed(trouble);
      store.saveSetting(settingName, JSON.stringify(settings));
      return ok(read());
    },
  };
};

const troubleWith = (settings: HookSettings): HookSettingsTrouble | null => {
  const all = hookNames.map((name) => settings.hooks[name]);
  if (all.some(({ on, program }) => on && program.trim() === '')) return 'program-missing';
  if (all.some(({ program, args }) => [program, ...args].some((text) => text.includes('\0'))))
    return 'not-text';
  return settings.longestMs >= shortestMs && settings.longestMs <= longestMs ? null : 'time';
};

/** A text that is not whole switches everything off: half a command must not run. */
const keptIn = (text: string | null): HookSettings | null => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isHookSettings(value) ? value : null;
  } catch {
    return null;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isHook = (value: unknown): value is Hook =>
  isRecord(value) &&
  typeof value['on'] === 'boolean' &&
  typeof value['program'] === 'string' &&
  Array.isArray(value['args']) &&
  value['args'].every((arg) => typeof arg === 'string');

const isHookSettings = (value: unknown): value is HookSettings => {
  if (!isRecord(value) || typeof value['longestMs'] !== 'number') return false;
  const { hooks } = value;
  return isRecord(hooks) && hookNames.every((name) => isHook(hooks[name]));
};
