import type { GatewaySaving } from '../../electron/shared/saving.ts';
import type { ControlAddress } from '../../electron/cli/control-address.ts';
import type {
  DoctorReport,
  ListedGateway,
  ListedTask,
  ShownTask,
} from '../../electron/cli/control-contract.ts';
import type { ControlRequest } from '../../electron/cli/control-parsers.ts';
import { serveControl, type ControlHandlers, type ControlServer } from '../../electron/cli/control-server.ts';
import { taskMeant } from '../../electron/cli/task-lookup.ts';
import type { ListedDialect } from '../../electron/shared/custom-dialect.ts';
import type { Language } from '../../electron/shared/language/languages.ts';
import type { PushTargetEntry } from '../../electron/shared/push.ts';
import type { Quiet } from '../../electron/shared/quiet.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import { isFinalPhase } from '../../electron/shared/task.ts';
import type { Promptness } from '../../electron/shared/timing.ts';
import type { VaultState } from '../../electron/shared/vault.ts';
import { sampleDiagnostics } from '../fakes/control-dependencies.ts';

/** When tests begin (wall clock ms). */
export const testStart = 1_700_000_000_000;

export const aTask = (over: Partial<ListedTask> = {}): ListedTask => ({
  id: '3f2a9c10d4',
  gateway: 'winfull',
  remoteId: 'sora-2:task_01k6x15vhrff09dkkqjrzwhm60',
  title: 'A paper boat in the rain',
  phase: 'running',
  progress: 0.429,
  health: 'fresh',
  trouble: null,
  links: [],
  failure: null,
  save: null,
  otherSaves: [],
  addedAt: testStart - 180_000,
  finishedAt: null,
  nextCheckAt: testStart + 12_000,
  etaMs: null,
  ...over,
});

export const aReport = (over: Partial<DoctorReport> = {}): DoctorReport => ({
  ...sampleDiagnostics,
  paused: false,
  pausedUntil: null,
  online: true,
  slowedBy: null,
  promptness: 'balanced',
  unfinished: 0,
  nextCheckAt: null,
  nextCheckReason: null,
  requestsLastMinute: 0,
  gateways: [],
  storeTrouble: null,
  ...over,
});

/** An app without anything behind it, over a real control socket. */
export class FakeApp {
  tasks: ListedTask[] = [];
  gateways: ListedGateway[] = [];
  vault: VaultState = { kind: 'keyring', locked: false, trouble: null, leftovers: [] };
  /** As they came over the socket. */
  readonly passphrases: string[] = [];
  readonly moves: ControlRequest<'vault.move'>[] = [];
  dialects: ListedDialect[] = [
    { id: 'relay', label: 'OpenAI-style relay', isCustom: false, requestsPerSecond: 4 },
  ];
  /** The last text that was imported. */
  imported = '';
  version = '1.2.3';
  language: Language = 'en';
  paused = false;
  muted: (readonly [string, boolean])[] = [];
  quiet: Quiet | null = null;
  promptness: Promptness = 'balanced';
  report: DoctorReport = aReport();
  /** What is shown of a task beside itself. */
  words: Omit<ShownTask, 'task'> = { timeLeft: null, usuallyTakes: null, nextCheck: null, silentSince: null };
  /** The rate that each gateway was given. */
  rates = new Map<string, number | null>();
  quitting = false;
  opened = 0;
  links: string[] = [];
  openedTasks: string[] = [];
  startsAtLogin = false;
  checked: (string | null)[] = [];
  keys = new Map<string, string>();
  watched: ControlRequest<'task.watch'>[] = [];
  pushAdded: ControlRequest<'push.add'>[] = [];
  pushTargets: PushTargetEntry[] = [];
  bugs: unknown[] = [];
  /** What the next command throws; null when none does. */
  nextBug: Error | null = null;
  #waiting = new Set<() => void>();
  #leaving = new Set<() => void>();
  #server: ControlServer | null = null;

  async serve(address: ControlAddress): Promise<this> {
    const served = await serveControl({
      address,
      handlers: this.#handlers,
      onBug: (error) => this.bugs.push(error),
    });
    if (!served.ok) throw new Error(served.trouble);
    this.#server = served.value;
    return this;
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  /** The gateway reported this of a task. */
  tell(id: string, over: Partial<ListedTask>): void {
    this.tasks = this.tasks.map((task) => (task.id === id ? { ...task, ...over } : task));
    for (const look of this.#waiting) look();
  }

  get waiters(): number {
    return this.#waiting.size;
  }

  /** Resolves when somebody who waited has left without an answer. */
  waiterLeft(): Promise<void> {
    return new Promise((resolve) => this.#leaving.add(resolve));
  }

  remarks: string[] = [];
  /** Why these tasks are not saved. */
  readonly unsaved = new Map<string, string>();
  saving: GatewaySaving = 'as-set';
  stoppedSaves: string[] = [];

  #handlers: ControlHandlers = {
    'gateway.add': ({ name, url, dialect, key, requestsPerSecond }) => {
      if (!url.startsWith('https:')) return failed({ kind: 'usage', message: 'This is not a URL.' });
      const gateway: ListedGateway = {
        id: `gateway-${name}`,
        name,
        url,
        dialect,
        keyHint: key.slice(-4),
        health: 'fresh',
        trouble: null,
      };
      this.keys.set(name, key);
      this.rates.set(name, requestsPerSecond);
      this.gateways.push(gateway);
      return ok(gateway);
    },
    'gateway.list': () => ok(this.gateways),
    'gateway.test': ({ name }) =>
      Promise.resolve(
        name === 'winfull'
          ? ok({ reached: true, message: 'The gateway answers.' })
          : ok({ reached: false, message: 'The gateway refused the key.' }),
      ),
    'gateway.key': ({ name, key }) => {
      const gateway = this.gateways.find((one) => one.name === name);
      if (gateway === undefined) return failed({ kind: 'usage', message: 'There is no such gateway.' });
      this.keys.set(name, key);
      return ok({ ...gateway, keyHint: key.slice(-4) });
    },
    'vault.status': () => ok(this.vault),
    'vault.unlock': ({ passphrase }) => {
      this.passphrases.push(passphrase);
      return passphrase === 'correct horse' ? ok(null) : failed({ kind: 'failed', message: 'Not this one.' });
    },
    'vault.move': (request) => {
      this.moves.push(request);
      return ok(null);
    },
    'vault.passphrase': ({ before, next }) => {
      this.passphrases.push(before, next);
      return ok(null);
    },
    'vault.forget': () => {
      this.keys.clear();
      return ok(null);
    },
    'gateway.saving': ({ saving }) => {
      this.saving = saving ?? this.saving;
      return ok({ saving: this.saving });
    },
    'gateway.remove': ({ name }) => {
      if (!this.gateways.some((gateway) => gateway.name === name)) {
        return failed({ kind: 'usage', message: 'There is no such gateway.' });
      }
      this.gateways = this.gateways.filter((gateway) => gateway.name !== name);
      return ok(null);
    },
    'dialect.list': () => ok(this.dialects),
    'dialect.export': ({ id }) =>
      id === 'custom:lumen'
        ? ok({ text: '{\n  "id": "custom:lumen\u202e"\n}' })
        : failed({ kind: 'usage', message: `There is no dialect "${id}".` }),
    'dialect.import': ({ text }) => {
      if (!text.startsWith('{')) return failed({ kind: 'usage', message: 'This is not JSON.' });
      const replaced = this.imported !== '';
      this.imported = text;
      return ok({ id: 'custom:lumen', label: 'Lumen', isCustom: true, replaced });
    },
    'dialect.remove': ({ id }) =>
      id === 'custom:lumen' ? ok(null) : failed({ kind: 'usage', message: 'There is no such description.' }),
    'push.add': (request) => {
      this.pushAdded.push(request);
      return ok({ message: `Added ${request.name}` });
    },
    'push.list': () => ok(this.pushTargets),
    'push.test': ({ name }) =>
      ok(
        name === 'Phone'
          ? { delivered: true, message: 'The message was taken.' }
          : { delivered: false, message: 'The service refused the message.' },
      ),
    'push.remove': ({ name }) => ok({ message: `Removed ${name}` }),
    'task.watch': (request) => {
      this.watched.push(request);
      const { refs } = request;
      const known = this.tasks.filter((task) => refs.includes(task.remoteId));
      const fresh = refs.filter((ref) => !known.some((task) => task.remoteId === ref));
      const added = fresh.map((ref, index) =>
        aTask({ id: `new-${String(index)}`, remoteId: ref, title: ref }),
      );
      this.tasks.push(...added);
      return ok({ understood: 'some ids', gateway: null, added, alreadyWatched: known });
    },
    'task.list': () => {
      if (this.nextBug !== null) throw this.nextBug;
      return ok(this.tasks);
    },
    'task.show': ({ id }) => {
      const meant = taskMeant(this.tasks, id);
      return meant.ok ? ok({ task: meant.value, ...this.words }) : meant;
    },
    'task.wait': ({ ids }, gone) => {
      const meant = ids.map((id) => taskMeant(this.tasks, id));
      const unknown = meant.find((found) => !found.ok);
      if (unknown?.ok === false) return unknown;
      const wanted = meant.flatMap((found) => (found.ok ? [found.value.id] : []));
      return new Promise((resolve) => {
        const look = (): void => {
          const tasks = this.tasks.filter((task) => wanted.includes(task.id));
          if (!tasks.every((task) => isFinalPhase[task.phase])) return;
          this.#waiting.delete(look);
          resolve(ok(tasks));
        };
        this.#waiting.add(look);
        gone.addEventListener('abort', () => {
          if (this.#waiting.delete(look)) for (const tell of this.#leaving) tell();
        });
        look();
      });
    },
    'task.remarks': ({ known }, gone) => {
      if (known.join() !== this.remarks.join()) return ok(this.remarks);
      return new Promise((resolve) => {
        gone.addEventListener('abort', () => resolve(failed({ kind: 'failed', message: 'Gone.' })));
      });
    },
    'task.check': ({ id }) => {
      this.checked.push(id);
      return ok(null);
    },
    'task.remove': ({ id }) => {
      const meant = taskMeant(this.tasks, id);
      if (meant.ok) this.tasks = this.tasks.filter((task) => task !== meant.value);
      return meant;
    },
    'task.save': ({ id, folder }) => {
      const task = taskMeant(this.tasks, id);
      if (!task.ok) return task;
      if (task.value.phase !== 'succeeded') return failed({ kind: 'failed', message: 'It is not ready.' });
      const unsaved = this.unsaved.get(task.value.id);
      if (unsaved !== undefined) return failed({ kind: 'failed', message: unsaved });
      return ok({ path: `${folder ?? '/home/ada/Downloads/Taskbell'}/${task.value.title}.mp4` });
    },
    'task.stop-saving': ({ id }) => {
      this.stoppedSaves.push(id);
      return taskMeant(this.tasks, id);
    },
    'task.open': ({ id }) => {
      this.openedTasks.push(id);
      return ok(null);
    },
    'task.mute': ({ id, muted }) => {
      const meant = taskMeant(this.tasks, id);
      if (meant.ok) this.muted.push([meant.value.id, muted]);
      return meant;
    },
    'app.quiet': ({ choice }) => {
      if (choice === 'off') this.quiet = null;
      else if (choice !== null) this.quiet = { reason: 'asked', until: testStart + 1_800_000 };
      return ok({ quiet: this.quiet });
    },
    'app.pause': ({ forMs }) => {
      this.paused = true;
      return ok({ until: forMs === null ? null : testStart + forMs });
    },
    'app.resume': () => {
      this.paused = false;
      return ok(null);
    },
    'app.timing': ({ promptness }) => {
      this.promptness = promptness ?? this.promptness;
      return ok({ promptness: this.promptness });
    },
    'app.doctor': () => ok(this.report),
    'app.quit': () => {
      this.quitting = true;
      setImmediate(() => void this.close());
      return ok(null);
    },
    'app.language': () => ok({ language: this.language }),
    'app.version': () => ok({ version: this.version }),
    'data.export': ({ path }) => ok({ message: `Exported to ${path}.` }),
    'data.import': () => ok({ message: '1 task imported.' }),
    'data.bin': () => ok([]),
    'data.restore': () => failed({ kind: 'usage', message: 'Nothing removed has this id.' }),
    'app.notice': () => ok({ text: null }),
    'app.link': ({ link }) => {
      this.links.push(link);
      return ok(null);
    },
    'app.demo': () => ok({ begun: true }),
    'app.startup': ({ on }) => {
      this.startsAtLogin = on ?? this.startsAtLogin;
      return ok({ on: this.startsAtLogin });
    },
    'app.open': () => {
      this.opened += 1;
      return ok(null);
    },
  };
}
