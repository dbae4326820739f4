import type { Page } from 'playwright';

const choice = (window: Page, label: string) => window.getByRole('combobox', { name: label });

/** Unfolds the choice of this label and takes the option, both as a user does with the mouse. */
export const choose = async (window: Page, label: string, option: string): Promise<void> => {
  await choice(window, label).click();
  await window.getByRole('option', { name: option, exact: true }).click();
};

/** What is chosen, as it is shown. */
export const choiceOf = async (window: Page, label: string): Promise<string> =>
  (await choice(window, label).innerText()).trim();
