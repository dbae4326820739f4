import { createContext } from 'svelte';
import type { Bridge } from '../electron/shared/bridge.ts';
import type { Route, WindowNews } from '../electron/shared/route.ts';
import type { Watched } from '../electron/shared/watching.ts';
import { words } from '../electron/shared/language/spoken.ts';
import { standstillOf } from '../electron/shared/next-check-text.ts';
import { isFinalPhase } from '../electron/shared/task.ts';
import { AddBox } from './add-box.svelte.ts';
import { Attention } from './attention.ts';
import { SharedClock } from './clock.svelte.ts';
import { FailedTests } from './failed-tests.ts';
import type { ListCommand, WindowCommand } from './keyboard.ts';
import { forgetfulMemory, type ViewMemory } from './remembered-view.ts';
import { type Step, TaskList } from './task-list.svelte.ts';
import { Toasts } from './toasts.svelte.ts';
import { Undoing } from './undoing.ts';
import { Watchlist } from './watchlist.svelte.ts';

/** Everything the window shows, and what its buttons and keys do. */
export class WindowState {
  page: 'list' | 'settings' = $state('list');
  openId: string | null = $state(null);
  /** Whether the question of the first close is being asked. */
  asksToHide = $state(false);
  /** Whether a saved file is being dragged out of the window. */
  dragsOut = $state(false);
  /** Whether the sheet of all keys is shown. */
  showsShortcuts = $state(false);
  /** What a link that was opened asks for, or why it was refused; null when there is none. */
  linkAsked: Extract<Route, { to: 'link' }>['asked'] | null = $state.raw(null);

  readonly bridge: Bridge;
  readonly clock = new SharedClock();
  readonly toasts = new Toasts();
  readonly failedTests = new FailedTests();
  readonly watchlist: Watchlist;
  readonly attention: Pick<Attention, 'start' | 'isHere'>;
  readonly list: TaskList;
  readonly addBox: AddBox;
  readonly undoing: Undoing;
  readonly openTask = $derived.by(() => (this.openId === null ? null : this.watchlist.task(this.openId)));
  /** What stops all checks; a word, so that texts are not made anew for everything else in the status. */
  readonly standstill = $derived.by(() =>
    this.watchlist.view === null ? null : standstillOf(this.watchlist.view.status),
  );
  readonly paused = $derived(this.standstill === 'paused');
  #dialogs = 0;
  #lastMarked: string | null = null;

  constructor(
    bridge: Bridge,
    attention: Pick<Attention, 'start' | 'isHere'> = new Attention(),
    memory: ViewMemory = forgetfulMemory,
  ) {
    this.bridge = bridge;
    this.attention = attention;
    this.watchlist = new Watchlist(bridge);
    this.list = new TaskList(this.watchlist, memory);
    this.addBox = new AddBox(bridge, this.watchlist);
    this.undoing = new Undoing(bridge, this.toasts, this.list);
  }

  /** Connects to the main process and the time; the returned function ends both. */
  start(): () => void {
    const ends = [
      this.clock.start(),
      this.watchlist.start(),
      this.attention.start(),
      this.bridge.on('news:say', (news) => {
        if (this.say(news)) void this.bridge.request('news:said', news.id);
      }),
      this.bridge.on('window:navigate', (route) => this.go(route)),
      this.bridge.on('window:explain-hide', () => (this.asksToHide = true)),
    ];
    return () => ends.forEach((end) => end());
  }

  /** What a key asked for. Escape takes back one thing at a time. */
  obey(command: WindowCommand): void {
    if (command === 'settings') this.page = 'settings';
    else if (command === 'shortcuts') this.showsShortcuts = true;
    else if (command === 'undo') this.undoing.undoLast();
    else if (command === 'search') {
      if (this.page === 'list') this.list.searching = true;
      document.getElementById('search')?.focus();
    } else if (this.page === 'settings') this.page = 'list';
    else if (!this.list.chosen.isEmpty) this.list.chosen.clear();
    else if (this.openId === null || document.activeElement?.id === 'search') this.list.endSearch();
    else this.close();
  }

  go(route: Route): void {
    this.page = route.to === 'settings' ? 'settings' : 'list';
    if (route.to === 'since-away') {
      this.close();
      this.list.showSinceAway(route.taskIds);
    }
    if (route.to === 'link') this.linkAsked = route.asked;
    if (route.to !== 'task') return;
    this.list.reveal(route.taskId);
    this.open(route.taskId);
  }

  /** Says the news if the user is looking at the list or at a task; true when it has. */
  say({ text, taskId }: WindowNews): boolean {
    if (!this.attention.isHere || this.page !== 'list' || this.asksToHide) return false;
    const isOpen = taskId === null || taskId === this.openId;
    const show = () => {
      if (taskId !== null) this.go({ to: 'task', taskId });
    };
    this.toasts.say(text, isOpen ? null : { text: words().details.show, run: show });
    return true;
  }

  /** Opens the detail of a task, which counts as having looked at it. */
  open(taskId: string): void {
    this.list.selectedId = taskId;
    this.openId = taskId;
    this.markSeen();
  }

  /** Whether a dialog is open, which has all keys to itself. */
  get hasDialog(): boolean {
    return this.#dialogs > 0;
  }

  /** A dialog counts until the returned function is called. */
  dialogOpened(): () => void {
    this.#dialogs += 1;
    return () => void (this.#dialogs -= 1);
  }

  close(): void {
    this.openId = null;
  }

  /** Tells the main process that the user has looked at the open task, once that has ended. */
  markSeen(): void {
    const task = this.openTask;
    if (!task || !isFinalPhase[task.phase] || task.seen || task.id === this.#lastMarked) return;
    this.#lastMarked = task.id;
    void this.bridge.request('tasks:mark-seen', [task.id]);
  }

  /** Moves the selection; an open detail follows it. */
  select(step: Step): void {
    this.list.select(step);
    if (this.openId !== null && this.list.selectedId !== null) this.open(this.list.selectedId);
  }

  /** Which tasks a menu is about that was asked for on this row: its own, or all that are selected with it. */
  menuIdsAt(taskId: string): readonly string[] {
    const { list } = this;
    if (!list.isSelected(taskId)) {
      list.selectedId = taskId;
      if (this.openId !== null) this.open(taskId);
    }
    return list.chosen.isEmpty ? [taskId] : list.chosen.shown;
  }

  /** What a key asked for in the list. */
  obeyInList(command: ListCommand): void {
    const { list } = this;
    if (command.do === 'select') this.select(command.step);
    else if (command.do === 'move' || command.do === 'extend') list[command.do](command.step);
    else if (command.do === 'choose-all') list.chosen.all();
    else if (command.do === 'remove' && list.chosen.shown.length > 0) this.remove(list.chosen.shown);
    else if (list.selectedId === null) return;
    else if (command.do === 'toggle') list.toggle(list.selectedId);
    else if (command.do === 'open') this.open(list.selectedId);
    else this.remove([list.selectedId]);
  }

  /** Says what became of ids that were to be watched, shows it, and offers to undo it. */
  sayWatched(watched: Watched): void {
    this.undoing.offerWatching(watched);
    const revealed = watched.added[0] ?? watched.alreadyWatched[0];
    if (revealed !== undefined) this.list.reveal(revealed);
  }

  /** Removes tasks and offers to undo it, together with the removals whose offer still stands. */
  remove(taskIds: readonly string[]): void {
    this.list.selectBeside(taskIds);
    if (this.openId !== null && taskIds.includes(this.openId)) this.close();
    void this.bridge.request('tasks:remove', taskIds);
    this.undoing.offerRemoval(taskIds);
  }
}

/** The window's state, for every component below App. */
export const [useWindow, provideWindow] = createContext<WindowState>();
