import { connectService } from './bus-service.ts';

export interface ReceivedNotice {
  readonly application: string;
  /** 0 for one that takes no other's place. */
  readonly replaces: number;
  readonly icon: string;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly hints: Readonly<Record<string, unknown>>;
}

export interface NotificationService {
  readonly received: readonly ReceivedNotice[];
  /** The ids that it was asked to close. */
  readonly closed: readonly number[];
  /** How often it was asked what it can do. */
  readonly capabilityQuestions: number;
  /** Once the first question has come. */
  readonly asked: Promise<unknown>;
  /** As a daemon does when the user clicks the so-manieth notice, counted from 1, or one of its buttons. */
  click(id: number, action?: string): void;
  /** Wayland desktops send it right before a click. */
  sendToken(id: number, token: string): void;
  close(id: number, reason: 'timed-out' | 'dismissed'): void;
  /** From now on it answers, or no longer. */
  setHanging(hanging: boolean): void;
  setDoNotDisturb(on: boolean): void;
  die(): void;
}

export interface ServiceOptions {
  readonly capabilities: readonly string[];
  readonly hanging?: boolean;
}

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';
const reasons = { 'timed-out': 1, dismissed: 2 } as const;

/** A notification daemon as far as programs can tell; a `hanging` one takes questions and never answers. */
export const startNotificationService = async (
  address: string,
  { capabilities, hanging = false }: ServiceOptions,
): Promise<NotificationService> => {
  const service = await connectService(address);
  const received: ReceivedNotice[] = [];
  const closed: number[] = [];
  const state = { hanging, questions: 0, lastId: 0 };
  const daemon = { Inhibited: false };
  const never = new Promise<never>(() => undefined);
  const { promise: asked, resolve: noteQuestion } = Promise.withResolvers<undefined>();
  service.export(
    Object.assign(daemon, {
      GetCapabilities: () => {
        state.questions += 1;
        noteQuestion(undefined);
        return state.hanging ? never : [...capabilities];
      },
      Notify: (
        application: string,
        replaces: number,
        icon: string,
        title: string,
        body: string,
        ...rest: unknown[]
      ) => {
        if (state.hanging) return never;
        const [actions, hints] = rest as [string[], [string, [unknown, [unknown]]][]];
        const plainHints = Object.fromEntries(hints.map(([key, [, [value]]]) => [key, value]));
        received.push({ application, replaces, icon, title, body, actions, hints: plainHints });
        return replaces === 0 ? (state.lastId += 1) : replaces;
      },
      CloseNotification: (id: number) => {
        closed.push(id);
        service.signal(path, name, 'NotificationClosed', 'uu', [id, 3]);
      },
    }),
    path,
    {
      name,
      methods: {
        GetCapabilities: ['', 'as'],
        Notify: ['susssasa{sv}i', 'u'],
        CloseNotification: ['u', ''],
      },
      properties: { Inhibited: 'b' },
    },
  );
  await service.own(name);
  return {
    received,
    closed,
    get capabilityQuestions() {
      return state.questions;
    },
    asked,
    click: (id, action = 'default') => service.signal(path, name, 'ActionInvoked', 'us', [id, action]),
    sendToken: (id, token) => service.signal(path, name, 'ActivationToken', 'us', [id, token]),
    close: (id, reason) => service.signal(path, name, 'NotificationClosed', 'uu', [id, reasons[reason]]),
    setHanging: (hangs) => void (state.hanging = hangs),
    setDoNotDisturb: (on) => {
      daemon.Inhibited = on;
      service.signal(path, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', [
        name,
        [['Inhibited', ['b', on]]],
        [],
      ]);
    },
    die: () => service.die(),
  };
};
