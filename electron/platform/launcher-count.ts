import type { SessionBus } from './dbus/session-bus.ts';

/**
 * The number on the launcher of a dock (Ubuntu's, Plasma's, Plank), over the LauncherEntry signal: whoever shows one
 * listens, and nobody has to. https://wiki.ubuntu.com/Unity/LauncherAPI
 */
export const showLauncherCount = (bus: SessionBus, count: number): void =>
  bus.emit({
    path: '/io/github/taskbell/Taskbell',
    interface: 'com.canonical.Unity.LauncherEntry',
    member: 'Update',
    signature: 'sa{sv}',
    body: [
      'application://io.github.taskbell.Taskbell.desktop',
      [
        ['count', ['x', count]],
        ['count-visible', ['b', count > 0]],
      ],
    ],
  });
