import type { Bridge } from '../electron/shared/bridge.ts';
import type { DialectTextTrouble, ListedDialect, SavedDialect } from '../electron/shared/custom-dialect.ts';
import { CustomDialectEditor } from './custom-dialect.svelte.ts';

/** The dialects to choose from, and the editor of the user's own ones while it is open. */
export class DialectChoice {
  entries: readonly ListedDialect[] = $state.raw([]);
  editor: CustomDialectEditor | null = $state.raw(null);
  importTrouble: DialectTextTrouble | null = $state.raw(null);

  readonly known = $derived(this.entries.filter(({ isCustom }) => !isCustom));
  readonly own = $derived(this.entries.filter(({ isCustom }) => isCustom));
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  isOwn(id: string): boolean {
    return this.own.some((entry) => entry.id === id);
  }

  has(id: string): boolean {
    return this.entries.some((entry) => entry.id === id);
  }

  /** The dialect that a Test names by its label; null while it cannot be chosen. */
  labelled(label: string): ListedDialect | null {
    return this.known.find((entry) => entry.label === label) ?? null;
  }

  /** How often a gateway of this dialect is asked a second at most; null while that is not known. */
  usualPace(id: string): number | null {
    return this.entries.find((entry) => entry.id === id)?.requestsPerSecond ?? null;
  }

  async read(): Promise<void> {
    this.entries = await this.#bridge.request('dialects:list');
  }

  /** Opens the editor, empty or with the description of this id. */
  async edit(id: string | null): Promise<void> {
    const definition = id === null ? null : await this.#bridge.request('dialects:read', id);
    this.importTrouble = null;
    this.editor = new CustomDialectEditor(
      this.#bridge,
      definition,
      this.entries.map((entry) => entry.id),
    );
  }

  close(): void {
    this.editor?.close();
    this.editor = null;
  }

  /** Stores what the editor holds and closes it; null when that was refused. */
  async save(): Promise<SavedDialect | null> {
    const saved = (await this.editor?.save()) ?? null;
    if (saved !== null) await this.#done();
    return saved;
  }

  async remove(): Promise<boolean> {
    const gone = (await this.editor?.remove()) ?? false;
    if (gone) await this.#done();
    return gone;
  }

  /** Stores the description in the text and closes the editor; null when it was refused. */
  async importFrom(text: string): Promise<SavedDialect | null> {
    const imported = await this.#bridge.request('dialects:import', text);
    this.importTrouble = imported.ok ? null : imported.trouble;
    if (!imported.ok) return null;
    await this.#done();
    return imported.value;
  }

  /** Whether the description of this id is on the clipboard now. */
  async copy(id: string): Promise<boolean> {
    return (await this.#bridge.request('dialects:export', id)).ok;
  }

  async #done(): Promise<void> {
    this.close();
    await this.read();
  }
}
