import { connectService } from './bus-service.ts';

export interface ReceivedNotice {
  readonly application: string;
  readonly icon: string;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly hints: Readonly<Record<string, unknown>>;
}

export interface NotificationService {
  readonly received: readonly ReceivedNotice[];
  /** Once the first question has come. */
  readonly asked: Promise<unknown>;
  /** As a daemon does when the user clicks the so-manieth notice, counted from 1. */
  click(id: number): void;
  close(id: number, reason: 'timed-out' | 'dismissed'): void;
  die(): void;
}

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';
const reasons = { 'timed-out': 1, dismissed: 2 } as const;

/** A notification daemon as far as programs can tell; a `hanging` one takes questions and never answers. */
export const startNotificationService = async (
  address: string,
  { capabilities, hanging = false }: { readonly capabilities: readonly string[]; readonly hanging?: boolean },
): Promise<NotificationService> => {
  const service = await connectService(address);
  const received: ReceivedNotice[] = [];
  const never = new Promise<never>(() => undefined);
  const { promise: asked, resolve: noteQuestion } = Promise.withResolvers<undefined>();
  service.export(
    {
      GetCapabilities: () => {
        noteQuestion(undefined);
        return hanging ? never : [...capabilities];
      },
      Notify: (
        application: string,
        _replaces: number,
        icon: string,
        title: string,
        body: string,
        ...rest: unknown[]
      ) => {
        const [actions, hints] = rest as [string[], [string, [unknown, [unknown]]][]];
        const plainHints = Object.fromEntries(hints.map(([key, [, [value]]]) => [key, value]));
        return received.push({ application, icon, title, body, actions, hints: plainHints });
      },
    },
    path,
    { name, methods: { GetCapabilities: ['', 'as'], Notify: ['susssasa{sv}i', 'u'] } },
  );
  await service.own(name);
  return {
    received,
    asked,
    click: (id) => service.signal(path, name, 'ActionInvoked', 'us', [id, 'default']),
    close: (id, reason) => service.signal(path, name, 'NotificationClosed', 'uu', [id, reasons[reason]]),
    die: () => service.die(),
  };
};
