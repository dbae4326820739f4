import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

/** Takes Escape for this part of the window alone, before it means something to the whole. */
export const onEscape =
  (run: (() => void) | undefined): Attachment<HTMLElement> =>
  (element) =>
    on(element, 'keydown', (event) => {
      if (event.key !== 'Escape' || !run) return;
      // It folds what is unfolded here first.
      if (event.target instanceof Element && event.target.ariaExpanded === 'true') return;
      event.preventDefault();
      run();
    });
