import { tick } from 'svelte';
import type { SettingsSectionName } from './settings-sections.ts';
import type { WindowState } from './window-state.svelte.ts';

/** Brings a section of the settings into sight, and the focus to it. */
export const goToSection = (name: SettingsSectionName, behavior: ScrollBehavior): void => {
  const heading = document.getElementById(name);
  heading?.scrollIntoView({ block: 'start', behavior });
  heading?.focus({ preventScroll: true });
};

/** Opens the settings at this section. */
export const openSection = async (shell: WindowState, name: SettingsSectionName): Promise<void> => {
  shell.page = 'settings';
  await tick();
  goToSection(name, 'instant');
};
