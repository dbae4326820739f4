import type { App } from '../app.ts';
import { words } from '../shared/language/spoken.ts';
import { pushForms, type PushField, type PushService, type PushTrouble } from '../shared/push.ts';
import { pushOutcomeText } from '../shared/push-text.ts';
import { newsKinds } from '../shared/quiet.ts';
import { ok, type Result } from '../shared/result.ts';
import { misused, refused } from './control-answers.ts';
import type { ControlTrouble } from './control-contract.ts';
import type { ControlHandlers } from './control-server.ts';

type PushHandlers = Pick<ControlHandlers, Extract<keyof ControlHandlers, `push.${string}`>>;

/** What the app does for the `push` commands. */
export const pushHandlers = (ready: Promise<App>): PushHandlers => ({
  'push.add': async ({ name, service, url, entered, allowPlainHttp }) => {
    const { push } = await ready;
    const fields = fieldsOf(service, url, entered);
    const chosen = { name, service, kinds: newsKinds, gatewayIds: null, allowPlainHttp };
    const saved = await push.save(null, { ...chosen, fields });
    return saved.ok ? ok({ message: words().push.added(saved.value.name) }) : refusedPush(saved.trouble);
  },
  'push.list': async () => ok((await ready).push.targets()),
  'push.test': async ({ name }) => {
    const { push } = await ready;
    const target = push.named(name);
    if (target === null) return misused(words().push.noTarget(name));
    const tested = await push.test(target.id, { ...target, fields: null });
    if (!tested.ok) return refusedPush(tested.trouble);
    return ok({ delivered: tested.value.failure === null, message: pushOutcomeText(tested.value) });
  },
  'push.remove': async ({ name }) => {
    const { push } = await ready;
    const target = push.named(name);
    if (target === null) return misused(words().push.noTarget(name));
    const removed = await push.remove(target.id);
    return removed.ok ? ok({ message: words().push.removed(target.name) }) : refusedPush(removed.trouble);
  },
});

/** A server's address is no secret and may be an option; a webhook's is one, and comes first of what was entered. */
const fieldsOf = (
  service: PushService,
  url: string | null,
  entered: readonly string[],
): Readonly<Record<PushField, string>> => {
  const { address, needs, may } = pushForms[service];
  const asked = [...needs, ...may].filter((field) => field !== 'address' || (address === '' && url === null));
  const field = (name: PushField): string => entered[asked.indexOf(name)] ?? '';
  return {
    address: asked.includes('address') ? field('address') : (url ?? address),
    channel: field('channel'),
    token: field('token'),
    secret: field('secret'),
  };
};

const refusedPush = (trouble: PushTrouble): Result<never, ControlTrouble> =>
  (trouble.startsWith('keyring-') ? refused : misused)(words().push.troubles[trouble]);
