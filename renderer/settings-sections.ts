import { words } from '../electron/shared/language/spoken.ts';

/** The sections of the settings page, in their order. */
export const settingsSections = [
  'gateways',
  'keys',
  'timing',
  'saving',
  'notifications',
  'quiet',
  'push',
  'hooks',
  'general',
  'shortcuts',
  'updates',
  'data',
  'diagnostics',
  'about',
] as const;

export type SettingsSectionName = (typeof settingsSections)[number];

export const sectionTitle = (name: SettingsSectionName): string => words().settings.sections[name];

/** What else people call what is in it; only searched, never shown. */
export const otherNames = (name: SettingsSectionName): string => words().settings.otherNames[name];
