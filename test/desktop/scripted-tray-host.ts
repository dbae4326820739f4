import { connectService, type BusService } from '../platform/bus-service.ts';

/** A tray host that does what GNOME's extension does: it talks to items under the unique name of who registered them. */
export interface ScriptedTrayHost {
  /** The items, as `:1.42/StatusNotifierItem`. */
  readonly items: () => readonly string[];
  /** Goes away as a crashed shell does. */
  die(): void;
}

const name = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';

export const startScriptedTrayHost = async (busAddress: string): Promise<ScriptedTrayHost> => {
  const service: BusService = await connectService(busAddress);
  const state = {
    IsStatusNotifierHostRegistered: true,
    ProtocolVersion: 0,
    RegisteredStatusNotifierItems: [] as readonly string[],
    RegisterStatusNotifierItem: (given: string, message: { readonly sender: string }) => {
      const item = `${message.sender}${given.startsWith('/') ? given : '/StatusNotifierItem'}`;
      state.RegisteredStatusNotifierItems = [
        ...state.RegisteredStatusNotifierItems.filter((known) => known !== item),
        item,
      ];
      service.signal(path, name, 'StatusNotifierItemRegistered', 's', [item]);
    },
    RegisterStatusNotifierHost: () => undefined,
  };
  service.export(state, path, {
    name,
    methods: { RegisterStatusNotifierItem: ['s', ''], RegisterStatusNotifierHost: ['s', ''] },
    properties: {
      IsStatusNotifierHostRegistered: 'b',
      ProtocolVersion: 'i',
      RegisteredStatusNotifierItems: 'as',
    },
  });
  await service.own(name);
  return { items: () => state.RegisteredStatusNotifierItems, die: () => service.die() };
};
