import type { Bridge } from '../electron/shared/bridge.ts';
import {
  selectorNames,
  wordLists,
  type CustomDialect,
  type CustomDialectField,
  type CustomDialectTrouble,
  type CustomDialectTroubles,
  type DialectPreview,
  type DialectRemovalTrouble,
  type SavedDialect,
  type SelectorName,
  type WordList,
} from '../electron/shared/custom-dialect.ts';
import { customIdOf, wordsOf } from './custom-dialect-text.ts';

const previewDelayMs = 250;

const blank = <Name extends string>(names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, ''])) as Record<Name, string>;

/** The description of an API as it is being filled in, with what it makes of a sample answer. */
export class CustomDialectEditor {
  label = $state('');
  paths = $state('');
  headerName = $state('Authorization');
  headerValue = $state('Bearer {key}');
  selectors: Record<SelectorName, string> = $state(blank(selectorNames));
  progressScale: CustomDialect['progressScale'] = $state('percent');
  words: Record<WordList, string> = $state(blank(wordLists));
  sample = $state('');
  preview: DialectPreview | null = $state.raw(null);
  removalTrouble: DialectRemovalTrouble | null = $state(null);
  busy = $state(false);

  readonly id: string | null;
  readonly #bridge: Bridge;
  readonly #taken: readonly string[];
  #troubles: CustomDialectTroubles = $state.raw({});
  /** From the first try to save on, fields that are empty are told of too. */
  #tried = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #edits = 0;

  /** An editor for a new description, or one filled with the one to change. */
  constructor(bridge: Bridge, definition: CustomDialect | null, takenIds: readonly string[]) {
    this.#bridge = bridge;
    this.#taken = takenIds;
    this.id = definition?.id ?? null;
    if (definition === null) return;
    this.label = definition.label;
    this.paths = definition.paths.join('\n');
    this.headerName = definition.header.name;
    this.headerValue = definition.header.value;
    this.selectors = { ...definition.selectors };
    this.progressScale = definition.progressScale;
    for (const list of wordLists) this.words[list] = definition.words[list].join(', ');
  }

  get definition(): CustomDialect {
    const label = this.label.trim();
    const words = Object.fromEntries(wordLists.map((list) => [list, wordsOf(this.words[list])]));
    const selectors = Object.fromEntries(selectorNames.map((name) => [name, this.selectors[name].trim()]));
    return {
      id: this.id ?? customIdOf(label, this.#taken),
      label,
      paths: this.paths.split('\n').flatMap((path) => (path.trim() === '' ? [] : [path.trim()])),
      header: { name: this.headerName.trim(), value: this.headerValue.trim() },
      selectors: selectors as CustomDialect['selectors'],
      progressScale: this.progressScale,
      words: words as CustomDialect['words'],
    };
  }

  /** What to say beside a field; null also for one that the user has not come to yet. */
  troubleOf(field: CustomDialectField): CustomDialectTrouble | null {
    const trouble = this.#troubles[field] ?? null;
    return trouble !== null && !this.#tried && isMissing.has(trouble) ? null : trouble;
  }

  /** Something was typed: the preview follows once typing pauses. */
  edited(): void {
    this.#edits += 1;
    this.removalTrouble = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), previewDelayMs);
  }

  /** The stored description; null when it was not stored, with the reasons beside the fields. */
  async save(): Promise<SavedDialect | null> {
    return this.#alone(async () => {
      this.#tried = true;
      const saved = await this.#bridge.request('dialects:save', this.definition);
      this.#troubles = saved.ok ? {} : saved.trouble;
      return saved.ok ? saved.value : null;
    });
  }

  /** Whether the description is gone; if not, the reason is in `removalTrouble`. */
  async remove(): Promise<boolean> {
    const { id } = this;
    if (id === null) return false;
    const gone = await this.#alone(async () => {
      const removed = await this.#bridge.request('dialects:remove', id);
      this.removalTrouble = removed.ok ? null : removed.trouble;
      return removed.ok;
    });
    return gone === true;
  }

  /** Ends the preview that is still to come. */
  close(): void {
    clearTimeout(this.#timer);
    this.#edits += 1;
  }

  async #refresh(): Promise<void> {
    const edits = this.#edits;
    const preview = await this.#bridge.request('dialects:preview', this.definition, this.sample, '');
    if (edits !== this.#edits) return;
    this.preview = preview;
    this.#troubles = preview.troubles;
  }

  async #alone<Value>(work: () => Promise<Value>): Promise<Value | null> {
    if (this.busy) return null;
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }
}

const isMissing: ReadonlySet<CustomDialectTrouble> = new Set([
  ...(['label-missing', 'path-missing', 'selector-missing', 'word-missing', 'id-malformed'] as const),
]);
