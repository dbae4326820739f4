import { counted } from './counting.ts';

/** The box that takes what is pasted, what is dropped, and links from elsewhere. */
export const addBox = {
  placeholder: 'Paste a task id, a link or a request',
  label: 'Task ids or links to watch',
  watch: 'Watch',
  addGateway: 'Add gateway',
  addGatewayAndWatch: 'Add gateway and watch',
  chooser: 'Gateway of these ids',
  newGateway: 'New gateway',
  chooseGateway: 'Choose a gateway',
  gatewayAdded: (name: string) => `${name} is added, with its key.`,
  name: 'Name',
  watching: (count: number) => `Watching ${counted(count, 'task', 'tasks')}`,
  isWatched: 'This task is watched already',
  wereWatched: (count: number) => counted(count, 'was watched already', 'were watched already'),
  both: (fresh: string, known: string) => `${fresh}; ${known}`,
  onClipboard: 'On the clipboard: ',
  forGateway: (gateway: string) => `, for ${gateway}`,
  notNow: 'Not now',
  dropHere: 'Drop ids, links or a request to watch',
  pasted: 'What you pasted',
  dropTroubles: {
    'too-large': 'That is larger than 1 MiB. Drop a file with the ids only.',
    'not-text': 'That file is not text. Drop a text file, or paste what is in it.',
    nothing: 'There is no text in what you dropped.',
  },
  linkAsks: (count: number) =>
    `A link asks to watch ${count === 1 ? 'a task' : counted(count, 'task', 'tasks')}`,
  linkWarning:
    'Anybody can make such a link. Go on only if you opened it yourself; nothing has been done yet.',
  more: (count: number) => `and ${String(count)} more`,
  /** Before and after the name of a gateway. */
  linkNames: 'It names the gateway “',
  linkNamesEnd: '”.',
  linkRefused: 'A link was refused',
  close: 'Close',
};
