import type { App } from '../app.ts';
import { words } from '../shared/language/spoken.ts';
import { testSentence } from '../shared/messages.ts';
import { ok } from '../shared/result.ts';
import { listedGateway, noGateway, refusedGateway } from './control-answers.ts';
import type { ControlHandlers } from './control-server.ts';
import { noDialect } from './dialect-handlers.ts';

type GatewayHandlers = Pick<ControlHandlers, Extract<keyof ControlHandlers, `gateway.${string}`>>;

/** What the app does for the `gateway` commands. */
export const gatewayHandlers = (ready: Promise<App>): GatewayHandlers => ({
  'gateway.add': async ({ url, ...given }) => {
    const app = await ready;
    const added = await app.gateways.add({ ...given, baseUrl: url, saving: 'as-set' });
    if (!added.ok && added.trouble === 'unknown-dialect') return noDialect(app, given.dialect);
    if (!added.ok) return refusedGateway(added.trouble);
    return ok(listedGateway(added.value, app.view().gateways));
  },
  'gateway.list': async () => {
    const { gateways } = (await ready).view();
    return ok(gateways.map((gateway) => listedGateway(gateway, gateways)));
  },
  'gateway.test': async ({ name }) => {
    const { gateways } = await ready;
    const gateway = gateways.named(name);
    if (gateway === null) return noGateway(name);
    const tested = await gateways.test(gateway.id, { ...gateway, key: null });
    if (!tested.ok) return refusedGateway(tested.trouble);
    return ok({
      reached: tested.value.reached,
      message: words().commandLine.gatewaySays(gateway.name, testSentence(tested.value)),
    });
  },
  'gateway.key': async ({ name, key }) => {
    const app = await ready;
    const gateway = app.gateways.named(name);
    if (gateway === null) return noGateway(name);
    const changed = await app.gateways.update(gateway.id, { ...gateway, key });
    if (!changed.ok) return refusedGateway(changed.trouble);
    return ok(listedGateway(changed.value, app.view().gateways));
  },
  'gateway.saving': async ({ name, saving }) => {
    const { gateways } = await ready;
    const gateway = gateways.named(name);
    if (gateway === null) return noGateway(name);
    if (saving === null) return ok({ saving: gateway.saving });
    const changed = await gateways.update(gateway.id, { ...gateway, key: null, saving });
    return changed.ok ? ok({ saving: changed.value.saving }) : refusedGateway(changed.trouble);
  },
  'gateway.remove': async ({ name }) => {
    const { gateways } = await ready;
    const gateway = gateways.named(name);
    if (gateway === null) return noGateway(name);
    const removed = await gateways.remove(gateway.id);
    return removed.ok ? removed : refusedGateway(removed.trouble, words().gateways.removalTroubles);
  },
});
