import type { CDPSession, Page } from 'playwright';

/** What the user feels while using the list, in ms. */
export interface UsingFigures {
  readonly keystrokes: readonly number[];
  readonly frames: readonly number[];
  /** Rows that were not there yet when the list had come to them. */
  readonly emptyFrames: number;
}

/** Types a query letter by letter; each figure is from the keystroke to the frame that shows what it found. */
export const measureSearch = async (page: Page, query: string): Promise<readonly number[]> => {
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.evaluate(() => {
    const taken: number[] = [];
    Object.assign(globalThis, { keystrokes: taken });
    const { port1, port2 } = new MessageChannel();
    let typedAt = 0;
    port1.onmessage = () => void taken.push(performance.now() - typedAt);
    addEventListener(
      'input',
      ({ timeStamp }) => {
        typedAt = timeStamp;
        requestAnimationFrame(() => port2.postMessage(null));
      },
      true,
    );
  });
  for (const letter of query) {
    await page.keyboard.type(letter);
    await page.waitForTimeout(150);
  }
  const taken = await page.evaluate(() => (globalThis as unknown as { keystrokes: number[] }).keystrokes);
  await page.keyboard.press('Escape');
  return taken;
};

/** Runs through the whole list, a screenful and more a frame. */
export const measureScrolling = async (page: Page): Promise<Omit<UsingFigures, 'keystrokes'>> => {
  await page.locator('[data-task]').first().waitFor();
  return page.evaluate(async () => {
    const box = document.querySelector('main');
    if (box === null) throw new Error('There is no list.');
    const frames: number[] = [];
    let emptyFrames = 0;
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const { left, top, width, height } = box.getBoundingClientRect();
    const looked = () => document.elementFromPoint(left + width / 2, top + height / 2);
    let before = await frame();
    while (box.scrollTop + box.clientHeight < box.scrollHeight - 1) {
      box.scrollTop += 2000;
      const now = await frame();
      frames.push(now - before);
      before = now;
      if (looked()?.closest('[role=option], h2') === null) emptyFrames += 1;
    }
    box.scrollTop = 0;
    return { frames, emptyFrames };
  });
};

/** The renderer's heap after a collection, in MB. */
export const measureHeap = async (page: Page): Promise<number> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1024 / 1024;
};
