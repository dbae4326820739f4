import type { App } from '../app.ts';
import type { Gateway } from '../shared/gateway.ts';
import { words } from '../shared/language/spoken.ts';
import { testSentence } from '../shared/messages.ts';
import { ok } from '../shared/result.ts';
import { listedGateway, noGateway, refusedGateway } from './control-answers.ts';
import type { ControlHandlers } from './control-server.ts';
import { noDialect } from './dialect-handlers.ts';

type GatewayHandlers = Pick<ControlHandlers, Extract<keyof ControlHandlers, `gateway.${string}`>>;

/** By its name, or else by its id: that of the demo is the same in every language. */
const gatewayMeant = (app: App, word: string): Gateway | null => {
  const byName = app.gateways.named(word);
  const byId = app.view().gateways.find(({ id }) => id === word);
  return byName ?? (byId === undefined ? null : app.gateways.named(byId.name));
};

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
    const app = await ready;
    const gateway = gatewayMeant(app, name);
    if (gateway === null) return noGateway(name);
    const tested = await app.gateways.test(gateway.id, { ...gateway, key: null });
    if (!tested.ok) {
      // Nothing was to be stored, so nothing is said of that.
      const sentences = { ...words().gateways.troubles, ...words().checks.testTroubles };
      return refusedGateway(tested.trouble, sentences);
    }
    return ok({
      reached: tested.value.reached,
      message: words().commandLine.gatewaySays(gateway.name, testSentence(tested.value)),
    });
  },
  'gateway.key': async ({ name, key }) => {
    const app = await ready;
    const gateway = gatewayMeant(app, name);
    if (gateway === null) return noGateway(name);
    const changed = await app.gateways.update(gateway.id, { ...gateway, key });
    if (!changed.ok) return refusedGateway(changed.trouble);
    return ok(listedGateway(changed.value, app.view().gateways));
  },
  'gateway.saving': async ({ name, saving }) => {
    const app = await ready;
    const gateway = gatewayMeant(app, name);
    if (gateway === null) return noGateway(name);
    if (saving === null) return ok({ saving: gateway.saving });
    const changed = await app.gateways.update(gateway.id, { ...gateway, key: null, saving });
    return changed.ok ? ok({ saving: changed.value.saving }) : refusedGateway(changed.trouble);
  },
  'gateway.remove': async ({ name }) => {
    const app = await ready;
    const gateway = gatewayMeant(app, name);
    if (gateway === null) return noGateway(name);
    const removed = await app.gateways.remove(gateway.id);
    return removed.ok ? removed : refusedGateway(removed.trouble, words().gateways.removalTroubles);
  },
});
