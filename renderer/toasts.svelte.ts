export interface ToastAction {
  readonly text: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action: ToastAction | null;
}

const shownForMs = 5000;
const shownWithActionForMs = 10_000;
const mostShown = 3;

/** Short messages that go away by themselves. One that offers nothing makes room for the next. */
export class Toasts {
  shown: readonly Toast[] = $state.raw([]);
  #lastId = 0;

  /** Shows the text for 5 s, or 10 s when it offers an action. Returns its id. */
  say(text: string, action: ToastAction | null = null): number {
    this.#lastId += 1;
    const id = this.#lastId;
    this.shown = [...this.shown.filter((toast) => toast.action !== null), { id, text, action }].slice(
      -mostShown,
    );
    setTimeout(() => this.dismiss(id), action ? shownWithActionForMs : shownForMs);
    return id;
  }

  isShown(id: number): boolean {
    return this.shown.some((toast) => toast.id === id);
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }

  act(toast: Toast): void {
    this.dismiss(toast.id);
    toast.action?.run();
  }
}
