import type { Bridge } from '../electron/shared/bridge.ts';
import { gibibyte, type SavingSettings, type SavingSettingsTrouble } from '../electron/shared/saving.ts';

const entryOfTrouble = {
  'no-kinds': 'kinds',
  'folder-missing': 'folder',
  'no-folder': 'folder',
  'not-writable': 'folder',
  'folder-not-whole': 'folder',
  'name-missing': 'nameTemplate',
  'unknown-placeholder': 'nameTemplate',
  size: 'largestBytes',
} as const satisfies Record<SavingSettingsTrouble, keyof SavingSettings>;

/** What is no number is out of range as 0 is, and gets the same answer. */
const bytesIn = (gibibytes: string): number => {
  const bytes = Math.round(Number(gibibytes.trim().replace(',', '.')) * gibibyte);
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : 0;
};

const without = <All extends object>(all: All, entry: keyof SavingSettings): Partial<All> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== entry)) as Partial<All>;

/** How results are saved. Each entry is stored when it is changed; one that was refused stays as it was typed. */
export class SavingForm {
  /** What is wrong with an entry. */
  troubles: Readonly<Partial<Record<keyof SavingSettings, SavingSettingsTrouble>>> = $state.raw({});
  #stored: SavingSettings | null = $state.raw(null);
  #refused: Partial<SavingSettings> = $state.raw({});
  #typedSize = $state('');

  /** As they are stored, but for what was refused; null until they are read. */
  readonly shown: SavingSettings | null = $derived(this.#stored && { ...this.#stored, ...this.#refused });
  /** The largest size in GiB, as a text. */
  readonly size: string = $derived(
    this.#refused.largestBytes === undefined
      ? String((this.#stored?.largestBytes ?? 0) / gibibyte)
      : this.#typedSize,
  );
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  async read(): Promise<void> {
    this.#stored = await this.#bridge.request('saving:read');
  }

  async change<Entry extends keyof SavingSettings>(
    entry: Entry,
    value: SavingSettings[Entry],
  ): Promise<void> {
    if (this.#stored === null) return;
    // What is refused of other entries must not keep this one from being stored.
    const chosen = await this.#bridge.request('saving:configure', { ...this.#stored, [entry]: value });
    if (chosen.ok) {
      this.#stored = chosen.value;
      this.#refused = without(this.#refused, entry);
      this.troubles = without(this.troubles, entry);
    } else {
      this.#refused = { ...this.#refused, [entry]: value };
      this.troubles = { ...this.troubles, [entryOfTrouble[chosen.trouble]]: chosen.trouble };
    }
  }

  async changeSize(gibibytes: string): Promise<void> {
    this.#typedSize = gibibytes;
    await this.change('largestBytes', bytesIn(gibibytes));
  }

  async chooseFolder(): Promise<void> {
    const folder = await this.#bridge.request('saving:choose-folder');
    if (folder !== null) await this.change('folder', folder);
  }
}
