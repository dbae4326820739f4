const lookedAwayAfterMs = 60_000;
const signs = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;

/** Whether somebody is at the window: it has the focus and has been used a moment ago. One that only lies open does not count. */
export class Attention {
  #usedAt = -Infinity;

  /** Looks for signs of use until the returned function is called. */
  start(): () => void {
    const note = () => {
      this.#usedAt = performance.now();
    };
    for (const sign of signs) window.addEventListener(sign, note, { passive: true, capture: true });
    window.addEventListener('focus', note);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
      window.removeEventListener('focus', note);
    };
  }

  get isHere(): boolean {
    return document.hasFocus() && performance.now() - this.#usedAt < lookedAwayAfterMs;
  }
}
