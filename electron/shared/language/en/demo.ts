import type { DemoTrouble } from '../../demo.ts';

/** The built-in gateway with made-up tasks. */
export const demo = {
  gateway: 'Demo',
  begin: 'Try the demo',
  /** Under the button, before anything is done. */
  what: 'Four made-up tasks on a gateway inside Taskbell. No key is needed and nothing leaves this computer.',
  isShown: 'This is the demo: its tasks are made up, and nothing leaves this computer.',
  remove: 'Remove the demo',
  addGateway: 'Add your gateway',
  removed: 'The demo and its tasks were removed.',
  again: 'Start it again',
  begun: 'Four demo tasks are being watched. The first ends in about 15 seconds, the second in 25.',
  isHere: 'The demo is running already. “taskbell gateway remove” with its name removes it.',
  titles: {
    ready: 'Demo: a paper boat drifts down a rainy street',
    failed: 'Demo: a video that the gateway refuses',
    slow: 'Demo: a long video, which takes five minutes',
    lost: 'Demo: a task that the gateway forgets',
  },
  /** What the gateway says of the one that fails. */
  refusal: 'The demo refuses this one, to show what a failure looks like.',
  forgotten: 'There is no such task.',
  troubles: {
    'no-port': 'The demo could not start: this computer gave it no port to answer at.',
  } satisfies Record<DemoTrouble, string>,
};
