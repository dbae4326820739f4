import { describe, expect, it } from 'vitest';
import { createDialectCommands, type DialectCommands } from '../../electron/core/custom-dialects.ts';
import { describedDialects } from '../../electron/dialects/custom-described.ts';
import { dialectNamed, dialects, knownDialects } from '../../electron/dialects/registry.ts';
import { createSqliteStore } from '../../electron/platform/sqlite-store.ts';
import type { CustomDialect } from '../../electron/shared/custom-dialect.ts';
import type { Gateway } from '../../electron/shared/gateway.ts';
import { lumen, orbit } from '../fakes/described-apis.ts';
import { gatewayOf } from '../fakes/stored-samples.ts';

const commandsOver = (stored: readonly CustomDialect[] = [], gateways: readonly Gateway[] = []) => {
  const store = createSqliteStore(':memory:');
  for (const definition of stored) store.saveCustomDialect(definition);
  const changed: string[] = [];
  const commands: DialectCommands = createDialectCommands({
    known: knownDialects,
    dialectNamed,
    described: describedDialects,
    store,
    gateways: () => gateways,
    onChanged: (gatewayIds) => changed.push(...gatewayIds),
  });
  return { commands, store, changed };
};

describe('the dialects', () => {
  it('are those of this version and those that the user described', () => {
    const { commands } = commandsOver([lumen, orbit]);
    const listed = commands.list();
    expect(listed[0]).toEqual({
      id: 'relay',
      label: dialects.relay.label,
      isCustom: false,
      requestsPerSecond: 4,
    });
    expect(listed.find(({ id }) => id === 'replicate')).toMatchObject({ requestsPerSecond: 50 });
    expect(listed.slice(-2)).toEqual([
      { id: 'custom:lumen', label: 'Lumen', isCustom: true, requestsPerSecond: 4 },
      { id: 'custom:orbit-2', label: 'Orbit', isCustom: true, requestsPerSecond: 4 },
    ]);
    expect(commands.named('relay')).toBe(dialects.relay);
    expect(commands.named('custom:lumen')).toMatchObject({ id: 'custom:lumen', label: 'Lumen' });
    expect(commands.named('custom:other')).toBeNull();
    expect(commands.definition('custom:lumen')).toEqual(lumen);
    expect(commands.definition('relay')).toBeNull();
  });

  it('count from the moment in which they are saved, and gateways that use them are asked anew', () => {
    const { commands, store, changed } = commandsOver([], [gatewayOf({ dialect: lumen.id })]);
    expect(commands.save(lumen)).toEqual({
      ok: true,
      value: { id: 'custom:lumen', label: 'Lumen', isCustom: true, replaced: false },
    });
    const before = commands.named(lumen.id);
    expect(commands.save({ ...lumen, paths: ['/new/{id}'] })).toMatchObject({ value: { replaced: true } });
    expect(commands.named(lumen.id)).not.toBe(before);
    expect(
      commands.named(lumen.id)?.request({ baseUrl: 'https://a.example', remoteId: '1', key: 'k' }).url,
    ).toBe('https://a.example/new/1');
    expect(store.customDialects()).toEqual([{ ...lumen, paths: ['/new/{id}'] }]);
    expect(changed).toEqual(['gateway-1', 'gateway-1']);
  });

  it('are not saved with troubles', () => {
    const { commands, store } = commandsOver();
    expect(commands.save({ ...lumen, id: 'relay', paths: [] })).toEqual({
      ok: false,
      trouble: { id: 'id-malformed', paths: 'path-missing' },
    });
    expect(store.customDialects()).toEqual([]);
  });

  it('are removed unless a gateway uses them', () => {
    const { commands, store } = commandsOver([lumen, orbit], [gatewayOf({ dialect: lumen.id })]);
    expect(commands.remove(lumen.id)).toEqual({ ok: false, trouble: 'in-use' });
    expect(commands.remove('relay')).toEqual({ ok: false, trouble: 'unknown-dialect' });
    expect(commands.remove(orbit.id)).toEqual({ ok: true, value: null });
    expect(commands.named(orbit.id)).toBeNull();
    expect(store.customDialects()).toEqual([lumen]);
  });
});
