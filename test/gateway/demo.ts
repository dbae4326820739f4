import {
  cancelled,
  failedFlatly,
  notFound,
  queued,
  rejectedByPolicy,
  running,
  runningFlat,
  succeeded,
  succeededFlat,
  worded,
} from './replies.ts';
import { during, type Scripted } from './script.ts';

export interface DemoTask {
  readonly id: string;
  /** What will become of it, for a person. */
  readonly story: string;
  readonly steps: readonly Scripted[];
}

const second = 1000;

const boat = { prompt: 'A paper boat drifts down a rainy street at dusk', model: 'sora-2' };
const lantern = { prompt: 'Lanterns rise over a mountain lake, slow aerial shot', model: 'kling-v2' };
const whale = { prompt: 'A whale made of stained glass swims through clouds', model: 'veo3-fast-frames' };
const robot = { prompt: 'A small robot waters tomatoes on a balcony', model: 'sora-2' };
const actor = { prompt: 'A famous actor eats noodles in a night market', model: 'sora-2' };
const train = { prompt: 'A night train crosses a viaduct in heavy snow', model: 'grok' };
const dancer = { prompt: 'A dancer of smoke turns in an empty theatre', model: 'kling-v2' };
const garden = { prompt: 'Time lapse of a moss garden through four seasons', model: 'sora-2' };

/** Sample tasks that live through every end within a minute; each begins when it is first asked for. */
export const demoTasks: readonly DemoTask[] = [
  {
    id: 'sora-2:task_01k7m3q8v4boatexample00001',
    story: 'queues, runs and succeeds after about 20 s',
    steps: [during(4 * second, queued(boat)), during(16 * second, running(null, boat)), succeeded(boat)],
  },
  {
    id: 'video_5d0c2a7e-0000-4000-8000-00000000002a',
    story: 'runs and succeeds after about 32 s',
    steps: [
      during(3 * second, worded('queued', lantern)),
      during(29 * second, runningFlat(null, lantern)),
      succeededFlat(lantern),
    ],
  },
  {
    id: 'veo3-fast-frames:1767323045-x8Kq2example',
    story: 'goes through its gateway’s own stages and succeeds after about 45 s',
    steps: [
      during(6 * second, worded('prompt_enhancing', whale)),
      during(24 * second, worded('video_generating', { ...whale, progress: 35 })),
      during(5 * second, worded('video_generation_completed', { ...whale, progress: 80 })),
      during(10 * second, worded('video_upsampling', { ...whale, progress: 90 })),
      succeededFlat(whale),
    ],
  },
  {
    id: 'sora-2:task_01k7m3q8v4actorexample0004',
    story: 'is rejected by the content policy after about 14 s',
    steps: [
      during(3 * second, queued(actor)),
      during(11 * second, running(null, actor)),
      rejectedByPolicy('This content may violate our guardrails concerning likeness.', actor),
    ],
  },
  {
    id: 'grok:7b1f6c1e-0000-4000-8000-00000000005e',
    story: 'fails upstream after about 26 s',
    steps: [
      during(26 * second, runningFlat(null, train)),
      failedFlatly(
        { message: 'The upstream service gave up after three attempts.', code: 'upstream_error' },
        train,
      ),
    ],
  },
  {
    id: 'task_9fKexampleDancer0006',
    story: 'is cancelled at the gateway after about 18 s',
    steps: [during(18 * second, runningFlat(null, dancer)), cancelled(dancer)],
  },
  {
    id: 'sora-2:task_01k7m3q8v4robotexample0007',
    story: 'is forgotten by the gateway right after its first answer, so it gets lost',
    steps: [during(1 * second, running(0.12, robot)), notFound],
  },
  {
    id: 'sora-2:task_01k7m3q8v4gardnexample0008',
    story: 'waits in a queue and still runs when the others have ended',
    steps: [
      during(8 * second, queued({ ...garden, queuePosition: 3 })),
      during(150 * second, running(null, garden)),
      succeeded(garden),
    ],
  },
];
