import {
  defaultNotificationSettings,
  type NotificationSettings,
  type Quiet,
  type QuietChoice,
} from '../shared/quiet.ts';
import type { AnnouncementKind } from './announcement.ts';
import type { Cancel, Clock, DoNotDisturb } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import { endOfChoice, quietAt, quietStretch, settingsFromText, verdictOf, type Verdict } from './quiet.ts';

export interface QuietWatchDependencies {
  readonly clock: Clock;
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly doNotDisturb: DoNotDisturb;
  readonly isMuted: (taskId: string) => boolean;
  /** It has become quiet or is so no longer, or the settings are others. */
  readonly onChange: () => void;
}

/** When news may be told, and which. What is set counts at once, also when it cannot be kept for the next start. */
export interface QuietWatch {
  settings(): NotificationSettings;
  current(): Quiet | null;
  verdictOf(kind: AnnouncementKind, taskId: string): Verdict;
  /** The same for those who choose for themselves which kinds they are told of. */
  verdictElsewhere(kind: AnnouncementKind, taskId: string): Verdict;
  configure(settings: NotificationSettings): void;
  quietFor(choice: QuietChoice): void;
  /** Ends the quiet that was asked for, and quiet hours until they next begin. */
  end(): void;
  /** Reads what was kept; only what comes after is a change. */
  start(): void;
  stop(): void;
}

const settingsName = 'notifications';
const askedName = 'quiet-until';
const skippedName = 'quiet-hours-skipped-until';

/** The wall clock may be set, and timers stand still while the machine sleeps: it is looked at this often. */
const lookEveryMs = 60_000;

export const createQuietWatch = (dependencies: QuietWatchDependencies): QuietWatch => {
  const { clock, store, doNotDisturb, onChange } = dependencies;
  let settings = settingsFromText(null);
  let askedUntil: number | null = null;
  let skippedUntil = 0;
  let told: Quiet | null = null;
  let cancelTimer: Cancel = () => undefined;
  let cancelDesktop: Cancel = () => undefined;

  const current = (): Quiet | null =>
    quietAt({ settings, askedUntil, skippedUntil, desktopIsQuiet: doNotDisturb.isOn() }, clock.now());

  /** Until something can change by itself; Infinity when nothing can. */
  const untilNextChange = (): number => {
    const now = clock.now();
    const stretch = quietStretch(settings.quietHours, now);
    const times = [askedUntil, stretch?.from ?? null, stretch?.to ?? null].filter((at) => at !== null);
    return Math.min(...times.filter((at) => at > now)) - now;
  };

  const look = (): void => {
    cancelTimer();
    const waitMs = untilNextChange();
    if (waitMs !== Infinity) cancelTimer = clock.after(Math.min(lookEveryMs, waitMs), look);
    const now = current();
    if (now?.reason === told?.reason && now?.until === told?.until) return;
    told = now;
    onChange();
  };

  const save = (name: string, value: string): void => {
    look();
    store.saveSetting(name, value);
  };

  return {
    settings: () => settings,
    current,
    verdictOf: (kind, taskId) => verdictOf(kind, dependencies.isMuted(taskId), settings, current()),
    verdictElsewhere: (kind, taskId) =>
      verdictOf(
        kind,
        dependencies.isMuted(taskId),
        { ...settings, kinds: defaultNotificationSettings.kinds },
        current(),
      ),
    configure: (chosen) => {
      settings = chosen;
      onChange();
      save(settingsName, JSON.stringify(chosen));
    },
    quietFor: (choice) => {
      askedUntil = endOfChoice(choice, clock.now());
      save(askedName, String(askedUntil));
    },
    end: () => {
      askedUntil = null;
      const stretch = quietStretch(settings.quietHours, clock.now());
      skippedUntil = stretch !== null && stretch.from <= clock.now() ? stretch.to : 0;
      save(askedName, '');
      store.saveSetting(skippedName, String(skippedUntil));
    },
    start: () => {
      settings = settingsFromText(store.setting(settingsName));
      askedUntil = Number(store.setting(askedName)) || null;
      skippedUntil = Number(store.setting(skippedName)) || 0;
      cancelDesktop = doNotDisturb.onChange(look);
      told = current();
      look();
    },
    stop: () => {
      cancelTimer();
      cancelDesktop();
    },
  };
};
