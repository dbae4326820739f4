import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PushMessage } from '../../electron/core/push-request.ts';
import { createPushSending, type SendPush } from '../../electron/core/push-sending.ts';
import { createAxiosWebhooks } from '../../electron/platform/axios-webhooks.ts';
import { nodeHmac } from '../../electron/platform/node-hmac.ts';
import { pushServices, type PushService } from '../../electron/shared/push.ts';
import { createPushServices, type PushServices } from './push-services.ts';

let services: PushServices;
let send: SendPush;

beforeAll(async () => {
  services = await createPushServices();
  send = createPushSending({
    clock: { now: Date.now },
    webhooks: createAxiosWebhooks(fetch),
    hmac: nodeHmac,
  });
});
afterAll(() => services.close());

const message = (body: string): PushMessage => ({
  title: 'Video ready',
  body,
  kind: 'succeeded',
  tasks: [
    { id: 'task-1', remoteId: 'sora-2:task_01', gateway: 'Studio', title: 'A boat', phase: 'succeeded' },
  ],
});

const sendTo = (service: PushService, body: string, wrong = false) =>
  send({ service, allowPlainHttp: false }, services.fields(service, wrong), message(body));

describe.each(pushServices)('%s', (service) => {
  it('takes what is sent, with quotes, line breaks, marks and Chinese as they were', async () => {
    const body = 'He said "hi", \\n & \'bye\'\n*纸船* _在_ 雨中 🛶 </b> `x` {"a":1} %20 {{title}}';
    expect(await sendTo(service, body)).toMatchObject({ failure: null });
    expect(services.complaints).toEqual([]);
    const text = services.taken.at(-1)?.text;
    expect(text).toBe(`Video ready\n${service === 'feishu' ? body.replaceAll('<', '＜') : body}`);
  });

  it('takes a very long text, cut at a whole character', async () => {
    expect(await sendTo(service, '纸🛶'.repeat(5_000))).toMatchObject({ failure: null });
    expect(services.complaints).toEqual([]);
    expect(services.taken.at(-1)?.text).toMatch(/^Video ready\n[纸🛶]+…$/u);
  });

  it('that refuses the token is understood, and what it repeats of the token is struck out', async () => {
    const sent = await sendTo(service, 'A boat', true);
    expect(sent.failure).toBe('refused');
    expect(sent.said).not.toBe('');
    expect(sent.said).not.toMatch(/Wrong/);
  });

  it('that is sent too much is understood, with the wait that it asks for', async () => {
    const waits: Partial<Record<PushService, number>> = {
      bark: 30_000,
      telegram: 8_000,
      discord: 6_250,
      slack: 11_000,
      json: 5_000,
    };
    services.limit(service, true);
    expect(await sendTo(service, 'A boat')).toMatchObject({
      failure: 'rate-limited',
      waitMs: waits[service] ?? null,
    });
    services.limit(service, false);
  });
});

describe('an address', () => {
  it('that leads elsewhere is not followed', async () => {
    const { createServer } = await import('node:http');
    const server = createServer((_request, response) => {
      response.writeHead(307, { Location: `${services.url}/json/hook` }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const fields = { ...services.fields('json'), address: `http://127.0.0.1:${String(port)}/hook` };
    const before = services.taken.length;
    expect(await send({ service: 'json', allowPlainHttp: false }, fields, message('x'))).toMatchObject({
      failure: 'redirected',
    });
    expect(services.taken).toHaveLength(before);
    await new Promise((resolve) => server.close(resolve));
  });

  it('of plain http on another machine is refused unless the user has agreed', async () => {
    const fields = { ...services.fields('json'), address: 'http://192.0.2.1/hook' };
    expect(await send({ service: 'json', allowPlainHttp: false }, fields, message('x'))).toMatchObject({
      failure: 'insecure',
    });
  });

  it('that answers with a page is not taken for the service', async () => {
    const fields = { ...services.fields('ntfy'), address: `${services.url}/slack/services/T00000000/x` };
    expect(
      (await send({ service: 'ntfy', allowPlainHttp: false }, fields, message('x'))).failure,
    ).not.toBeNull();
  });
});
