import { createGateway } from '../../gateway/gateway.ts';
import { running, type Replier } from '../../gateway/replies.ts';
import { during } from '../../gateway/script.ts';

/** The test gateway in a process of its own: `[taskIds]` on a line of stdin, then its address; at the end what it saw. */
const gateway = await createGateway({ now: () => performance.timeOrigin + performance.now() });
const dayMs = 24 * 60 * 60_000;

/** A hundredth more every twenty seconds. */
const moving: Replier = (moment) => running(Math.floor((moment.at / 20_000) % 90) / 100)(moment);

let input = '';
process.stdin.setEncoding('utf8').on('data', (text: string) => {
  input += text;
  if (!input.endsWith('\n')) return;
  for (const id of JSON.parse(input) as string[]) {
    gateway.script(id, [during(dayMs, Number(id.slice(-1)) % 2 === 0 ? moving : running(0.3))]);
  }
  input = '';
  process.stdout.write(`${JSON.stringify({ url: gateway.url, key: gateway.key })}\n`);
});
process.stdin.on('end', () => {
  process.stdout.write(`${JSON.stringify(gateway.requests.map(({ at }) => at))}\n`);
  void gateway.close().then(() => process.exit(0));
});
