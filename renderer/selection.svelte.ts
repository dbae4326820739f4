import { idsBetween, idsOf, noIds, toggled } from './chosen-ids.ts';

/** Several rows chosen together, by hand or by key. Empty while there is only the one that the focus is on. */
export class Selection {
  #ids = $state.raw(noIds);
  #anchor: string | null = null;
  readonly #order: () => readonly string[];
  /** The chosen ones that the list shows, in its order. */
  readonly shown = $derived.by(() =>
    this.#ids.size === 0 ? [] : this.#order().filter((id) => this.#ids.has(id)),
  );

  /** `order` is that of the list. */
  constructor(order: () => readonly string[]) {
    this.#order = order;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  get isEmpty(): boolean {
    return this.#ids.size === 0;
  }

  clear(): void {
    this.#anchor = null;
    this.#ids = noIds;
  }

  all(): void {
    this.#ids = idsOf(this.#order());
  }

  /** Keeps the one that the focus is on chosen while the focus goes elsewhere. */
  hold(current: string | null): void {
    if (this.isEmpty && current !== null) this.#ids = idsOf([current]);
  }

  /** Takes the row in, or out again; `current` is the one that the focus was on. */
  toggle(id: string, current: string | null): void {
    this.hold(current);
    this.#ids = toggled(this.#ids, id);
    this.#anchor = id;
  }

  /** All from where the choice began to this row. */
  extendTo(id: string, current: string | null): void {
    this.#anchor ??= current ?? id;
    this.#ids = idsBetween(this.#order(), this.#anchor, id);
  }
}
