import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { demoTasks } from './demo.ts';
import { createGateway } from './gateway.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    demo: { type: 'boolean', default: false },
    /** Ends when whoever started it closes its stdin, also by dying. */
    'with-parent': { type: 'boolean', default: false },
  },
});

const gateway = await createGateway({ port: Number(values.port), key: `sk-demo-${randomUUID()}` });
const tasks = values.demo ? demoTasks : [];
for (const task of tasks) gateway.script(task.id, task.steps);

const end = (): void => {
  void gateway.close().then(() => process.exit(0));
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
if (values['with-parent']) {
  process.stdin.on('close', end);
  process.stdin.resume();
}

process.stdout.write(
  `${JSON.stringify({
    url: gateway.url,
    key: gateway.key,
    tasks: tasks.map(({ id, story }) => ({ id, story })),
  })}\n`,
);
