import type { Page } from 'playwright';

/** What is cut off, covered or out of the window on the screen that is shown; empty when nothing is. */
export const layoutTroublesOf = (page: Page): Promise<readonly string[]> => page.evaluate(lookAtLayout);

/** Runs in the page. A pixel is left for rounding. */
const lookAtLayout = (): readonly string[] => {
  const troubles: string[] = [];
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${(element.textContent || (element.getAttribute('aria-label') ?? '')).trim().slice(0, 60)}”`;
  const root = document.querySelector('[role=dialog]') ?? document.body;
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('[inert], .visually-hidden, option') === null &&
    getComputedStyle(element).clipPath === 'none';
  const rightOf = (element: Element): number => element.getBoundingClientRect().right;
  const farthestIn = (element: Element): Element =>
    [...element.querySelectorAll('*')]
      .filter(isShown)
      .reduce((far, one) => (rightOf(one) >= rightOf(far) ? one : far), element.firstElementChild ?? element);
  const all = [...root.querySelectorAll('*')].filter(isShown);

  if (document.documentElement.scrollWidth > innerWidth + 1) troubles.push('the page scrolls sideways');
  for (const element of all) {
    const style = getComputedStyle(element);
    const isCutting = style.overflowX !== 'visible';
    const isMeantToBe =
      style.textOverflow === 'ellipsis' || /^(input|textarea|svg|select)$/i.test(element.tagName);
    if (isCutting && !isMeantToBe && element.scrollWidth > element.clientWidth + 1)
      troubles.push(`wider than its box: ${nameOf(element)}, by ${nameOf(farthestIn(element))}`);
    const cutsDown = style.overflowY === 'hidden' || style.overflowY === 'clip';
    if (cutsDown && !isMeantToBe && element.scrollHeight > element.clientHeight + 2)
      troubles.push(`taller than its box: ${nameOf(element)}`);
  }

  const isEllipsed = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).textOverflow === 'ellipsis' || isEllipsed(element.parentElement));
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || node.textContent?.trim() === '' || !isShown(parent) || isEllipsed(parent))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right } = range.getBoundingClientRect();
    if (right - left > 0 && (left < -1 || right > innerWidth + 1))
      troubles.push(`text out of the window: ${nameOf(parent)}`);
  }

  const controls = all.filter((element) => element.matches('button, input, select, textarea, summary'));
  /** What is left of it within the areas that it is scrolled in. */
  const boxOf = (control: Element): { top: number; bottom: number; left: number; right: number } => {
    const { left, right, ...box } = control.getBoundingClientRect();
    let { top, bottom } = box;
    for (let around = control.parentElement; around !== null; around = around.parentElement) {
      if (getComputedStyle(around).overflowY === 'visible') continue;
      const area = around.getBoundingClientRect();
      top = Math.max(top, area.top);
      bottom = Math.min(bottom, area.bottom);
    }
    return { top, bottom, left, right };
  };
  const boxes = controls.map((control) => ({ control, box: boxOf(control) }));
  for (const [at, { control, box }] of boxes.entries()) {
    if (box.left < -1 || box.right > innerWidth + 1)
      troubles.push(`control out of the window: ${nameOf(control)}`);
    if (control.scrollWidth > control.clientWidth + 1 && control.matches('button') && !isEllipsed(control))
      troubles.push(`text wider than its button: ${nameOf(control)}`);
    for (const { control: other, box: others } of boxes.slice(at + 1)) {
      const across = Math.min(box.right, others.right) - Math.max(box.left, others.left);
      const down = Math.min(box.bottom, others.bottom) - Math.max(box.top, others.top);
      const isLaidOver = [control, other].some((one) => one.closest('.stack, .first, footer') !== null);
      if (across > 1 && down > 1 && !control.contains(other) && !isLaidOver)
        troubles.push(`one over the other: ${nameOf(control)} and ${nameOf(other)}`);
    }
  }
  return troubles;
};
