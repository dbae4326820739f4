const minuteMs = 60_000;

/** One clock for every relative time in the window. Wall clock, ms. */
export class SharedClock {
  /** Ticks once a second. */
  now = $state(Date.now());
  /** The same to the minute, for texts that say nothing finer: they are not made anew each second. */
  readonly minute = $derived(Math.floor(this.now / minuteMs) * minuteMs);

  /** Ticks until the returned function is called; stands still while the window cannot be seen. */
  start(): () => void {
    const tick = () => {
      if (!document.hidden) this.now = Date.now();
    };
    const timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }
}
