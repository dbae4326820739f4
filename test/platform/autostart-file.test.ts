import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { autostartFile, loginLaunch, loginStartByFile } from '../../electron/platform/autostart-file.ts';

describe('what is started at log-in', () => {
  const program = {
    isPackaged: true,
    executable: '/opt/Taskbell/taskbell',
    appPath: '/opt/Taskbell/resources/app.asar',
    argv: ['/opt/Taskbell/taskbell'],
    environment: {},
  };

  it('is the program itself when a package has installed it', () => {
    expect(loginLaunch(program)).toEqual({
      executable: '/opt/Taskbell/taskbell',
      args: ['--hidden'],
      environment: {},
    });
  });

  it('is the AppImage and not what it runs from, which is gone by then', () => {
    const mounted = {
      ...program,
      executable: '/tmp/.mount_TaskbeXY/taskbell',
      environment: { APPIMAGE: '/home/ada/Taskbell.AppImage' },
    };
    expect(loginLaunch(mounted).executable).toBe('/home/ada/Taskbell.AppImage');
  });

  it('is Electron on the folder in a checkout, whatever AppImage that may have been started from', () => {
    const checkout = {
      isPackaged: false,
      executable: '/src/electron',
      appPath: '/src/taskbell',
      argv: ['/src/electron', '--no-sandbox', '/src/taskbell', '--hidden', '--no-sandbox'],
      environment: { APPIMAGE: '/home/ada/Editor.AppImage', TASKBELL_HOME: '/data' },
    };
    expect(loginLaunch(checkout)).toEqual({
      executable: '/src/electron',
      args: ['--no-sandbox', '/src/taskbell', '--hidden'],
      environment: { TASKBELL_HOME: '/data' },
    });
  });
});

describe('the file in the autostart folder', () => {
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'taskbell-autostart-'));
    onTestFinished(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };
  const launch = (executable: string) => ({ executable, args: ['--hidden'], environment: {} });

  it('comes and goes as the user chooses', () => {
    const file = autostartFile({ XDG_CONFIG_HOME: folder() }, '/nowhere');
    const start = loginStartByFile(file, launch(process.execPath));
    expect(start.isOn()).toBe(false);
    expect(start.set(true)).toEqual({ ok: true, value: null });
    expect(start.isOn()).toBe(true);
    expect(start.set(false)).toEqual({ ok: true, value: null });
    expect(existsSync(file)).toBe(false);
  });

  it('follows a program that has moved, and leaves one alone that is still there or that is switched off', () => {
    const file = autostartFile({ XDG_CONFIG_HOME: folder() }, '/nowhere');
    loginStartByFile(file, launch(process.execPath)).set(true);
    loginStartByFile(file, launch('/elsewhere/taskbell'));
    expect(readFileSync(file, 'utf8')).toContain(`Exec=${process.execPath}`);
    loginStartByFile(file, launch('/gone/taskbell')).set(true);
    loginStartByFile(file, launch(process.execPath));
    expect(readFileSync(file, 'utf8')).toContain(`Exec=${process.execPath}`);
    loginStartByFile(file, launch('/gone/taskbell')).set(true);
    const off = readFileSync(file, 'utf8').replace('enabled=true', 'enabled=false');
    writeFileSync(file, off);
    const start = loginStartByFile(file, launch(process.execPath));
    expect(start.isOn()).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(off);
  });

  it('says so when it cannot be written', () => {
    const file = join(folder(), 'a-file');
    writeFileSync(file, '');
    expect(loginStartByFile(join(file, 'autostart', 'x.desktop'), launch('/t')).set(true)).toEqual({
      ok: false,
      trouble: 'not-written',
    });
  });
});
