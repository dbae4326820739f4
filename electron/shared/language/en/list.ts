import { counted, plural } from './counting.ts';

type Filter = 'all' | 'running' | 'ready' | 'failed';
type Sort = 'newest' | 'finishing' | 'name' | 'gateway';

/** The list of tasks, its rows, and the line at the foot of the window. */
export const list = {
  filters: { all: 'All', running: 'Running', ready: 'Ready', failed: 'Failed' } satisfies Record<
    Filter,
    string
  >,
  show: 'Show',
  sinceAway: 'Since you were away',
  order: 'Order of the tasks',
  sorts: {
    newest: 'Newest first',
    finishing: 'Finishing next',
    name: 'By name',
    gateway: 'By gateway',
  } satisfies Record<Sort, string>,
  label: 'Watched tasks',
  isNew: 'New: ',
  /** A task that came into another phase, for those who hear it. */
  nowIn: (title: string, phase: string) => `${title}: ${phase}`,
  settings: 'Settings',
  search: 'Search',
  searchTasks: 'Search tasks',
  searchIn: 'Search title, id, gateway, model or failure',
  closeSearch: 'Close search',
  empty: 'Nothing to watch yet',
  emptyHelp: (keys: string) =>
    `Start a video on your gateway, copy its task id, and paste it in the box above (${keys}, then Enter). Taskbell asks the gateway until the video is ready and tells you then. You can close this window meanwhile.`,
  noMatch: 'No match',
  noMatchIn: {
    all: (query: string) => `No task has “${query}” in its title, id, gateway, model or failure.`,
    running: (query: string) => `No running task has “${query}” in its title, id, gateway, model or failure.`,
    ready: (query: string) => `No ready task has “${query}” in its title, id, gateway, model or failure.`,
    failed: (query: string) => `No failed task has “${query}” in its title, id, gateway, model or failure.`,
  } satisfies Record<Filter, (query: string) => string>,
  noneHere: 'None here',
  noneOf: {
    all: '',
    running: 'Nothing is running right now. Paste a task id above to watch one.',
    ready: 'No task has ended well yet. Paste the id of one above; it comes here when it is ready.',
    failed: 'No task has failed, been cancelled or been lost, so there is nothing to do here.',
  } satisfies Record<Filter, string>,
  showAll: 'Show all tasks',
  older: (count: number) =>
    `${counted(count, 'older task is', 'older tasks are')} kept and found by a search.`,
  place: (position: number) => `place ${String(position)}`,
  took: (length: string) => `took ${length}`,
  keepWatching: 'keep watching?',
  fetchingLink: 'fetching its link',
  linkEnded: 'link ended',
  linkLeft: (length: string) => `link ${length} left`,
  requests: (count: number) => `${String(count)} ${plural(count, 'request', 'requests')} in the last minute`,
  requestsOf: (all: string, gateways: readonly string[]) => `${all}: ${gateways.join(', ')}`,
  trouble: (gateway: string, trouble: string) => `${gateway}: ${trouble}`,
  moreTrouble: (first: string, others: number) => `${first}, and ${String(others)} more in trouble`,
  /** Of when the next check is, in the words for a single task. */
  nextCheck: (when: string) => (when.startsWith('in ') ? `next check ${when}` : when),
  checking: 'checking',
  paused: 'Paused: nothing is checked until you resume',
  pausedUntil: (end: string) => `Paused: nothing is checked until ${end}`,
  offline: 'No network: checking goes on when it is back',
  slower: (reason: string) => `slower: ${reason}`,
  cannotSave: (count: number) => `${counted(count, 'video', 'videos')} cannot be saved`,
  nothingToCheck: 'Nothing to check',
  seeGateway: 'See gateway',
  resume: 'Resume',
  pause: 'Pause',
};
