import type { WaitReason } from '../../timing.ts';
import { counted } from './counting.ts';

const wait = (until: string): string => `Its checks wait until ${until}.`;

/** Gateways in the window: how they are, and the form that changes them. */
export const gatewayForm = {
  /** What a gateway's checks wait for; `schedule` and `retry` are single tasks'. */
  waits: {
    schedule: wait,
    retry: wait,
    'gateway-asked': (until: string) => `Its checks wait until ${until}, as it asked.`,
    'gateway-down': (until: string) => `One task at a time tries again, next at ${until}.`,
    key: wait,
    keyring: (until: string) => `The keyring is tried again at ${until}.`,
    budget: () => 'Checks wait their turn: it has been sent as many requests as it may be.',
  } satisfies Record<WaitReason, (until: string) => string> as Readonly<
    Record<WaitReason, (until: string) => string>
  >,
  cost: (requests: string, budget: string) => `${requests}; at most ${budget}.`,
  lastTestFailed: (trouble: string) => `The last test failed: ${trouble}.`,
  notAsked: 'Not asked yet.',
  noTrouble: 'No trouble.',
  healthAndWait: (health: string, waiting: string) => `${health} ${waiting}`,
  keyEndsIn: (ending: string) => `key ends in ${ending}`,
  tryAgain: 'Try again',
  edit: 'Edit',
  editNamed: (name: string) => `Edit ${name}`,
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  saved: (name: string) => `${name} is saved`,
  added: (name: string) => `${name} is added`,
  addedNowPaste: (name: string) => `${name} is added. Now paste a task id.`,
  /** Behind either of the two when the last Test of what was stored had failed. */
  butRefused: (stored: string) => `${stored}, but the gateway refused this key`,
  butTestFailed: (stored: string, trouble: string) => `${stored}, but the test failed: ${trouble}`,
  removed: (name: string) => `${name} is removed`,
  removeLabel: (name: string) => `Remove ${name}?`,
  removeQuestion: (name: string, tasks: number) => {
    const its = tasks === 0 ? '' : ` and its ${tasks === 1 ? 'task' : counted(tasks, 'task', 'tasks')}`;
    return `Remove ${name} with its key${its}? This cannot be undone.`;
  },
  keep: 'Keep',
  name: 'Name',
  nameExample: 'Studio',
  baseUrl: 'Base URL',
  key: 'Key',
  keyHint: 'Kept in this computer’s keyring, sent to this gateway only.',
  keyStored: (ending: string) => `stored, ends in ${ending}`,
  rate: 'Requests a second, at most',
  rateHint: 'Leave it empty for the gateway’s own pace.',
  allowPlainHttp: 'Allow plain http',
  plainHttpMeans:
    'Your key and every answer travel unencrypted: anyone on the network between here and the gateway can read them and use the key.',
  dialect: 'Kind of API',
  dialectHint: 'Leave it if you are not sure: Test finds out.',
  chooseRecognised: 'Choose this API',
  knownApis: 'Known APIs',
  yourOwn: 'Your own',
  anotherApi: 'Another API…',
  editDescription: 'Edit description',
  copyAsJson: 'Copy as JSON',
  copiedAsJson: 'Copied as JSON',
  nothingToCopy: 'There is nothing to copy',
  save: 'Save',
  saving: 'Saving',
  test: 'Test',
  testing: 'Testing',
  cancel: 'Cancel',
};
