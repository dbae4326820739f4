const json = 'Print JSON, for scripts.';

/** What each command does and what its options mean, as the help says it. */
export const commands = {
  'gateway add': {
    does: 'Add a gateway. Its key goes where "taskbell vault status" says.',
    options: {
      url: 'The base URL, such as https://api.example.com.',
      dialect: 'The shape of its API, an id of "taskbell dialect list". Default: relay.',
      'key-stdin': 'Read the key from standard input; at a terminal it is asked for.',
      'key-env': 'Read the key from the environment variable of this name.',
      rate: 'At most N requests a second. Default: what the documents of its API say.',
      'allow-plain-http': 'Let the key travel unencrypted to a host on the network.',
    },
  },
  'gateway list': {
    does: 'List the gateways.',
    options: {
      json: json,
    },
  },
  'gateway test': {
    does: 'Ask a gateway whether it answers and takes the key.',
    options: {},
  },
  'gateway key': {
    does: 'Change the key of a gateway.',
    options: {
      'key-stdin': 'Read the key from standard input; at a terminal it is asked for.',
      'key-env': 'Read the key from the environment variable of this name.',
    },
  },
  'gateway saving': {
    does: 'Say whether the videos of a gateway are saved by themselves, or choose it.',
    options: {},
  },
  'gateway remove': {
    does: 'Remove a gateway with its tasks and its key.',
    options: {},
  },
  'dialect list': {
    does: 'List the dialects that a gateway can be given: those of this version, and your own.',
    options: {
      json: json,
    },
  },
  'dialect export': {
    does: 'Print your description of an API as JSON.',
    options: {},
  },
  'dialect import': {
    does: 'Take the description of an API from a JSON file; "-" reads standard input. Replaces one of the same id.',
    options: {},
  },
  'dialect remove': {
    does: 'Remove your description of an API that no gateway uses.',
    options: {},
  },
  watch: {
    does: 'Watch tasks. A REF is a task id, a link, or any text with them: a sheet, a curl command, an answer of a gateway. "-" reads it from standard input, which is the place for a text with a key.',
    options: {
      gateway: 'The gateway that has the tasks, when there are several.',
      'add-gateway': 'Store the gateway whose address and key are in the text, under this name.',
      'allow-plain-http': 'With --add-gateway: let the key travel unencrypted to a host on the network.',
      json: json,
    },
  },
  list: {
    does: 'List the watched tasks.',
    options: {
      json: json,
    },
  },
  show: {
    does: 'Show one task.',
    options: {
      json: json,
    },
  },
  wait: {
    does: 'Wait until tasks have ended. Exit code: 0 all succeeded, 1 any failed, cancelled or lost, 3 time-out.',
    options: {
      timeout: 'Give up after S seconds.',
      save: 'Then save what succeeded into the folder DIR, and print where it is.',
    },
  },
  save: {
    does: 'Save the video of a task before its link ends, and print where it is. Exit code 3: time-out.',
    options: {
      to: 'The folder. Default: the one in Settings.',
      timeout: 'Give up waiting after S seconds; the app goes on.',
      stop: 'Stop saving it, and throw away what has come.',
    },
  },
  open: {
    does: 'Open the saved video of a task, or else its link.',
    options: {},
  },
  check: {
    does: 'Ask the gateway now, for one task or for all that have not ended.',
    options: {},
  },
  remove: {
    does: 'Stop watching a task.',
    options: {},
  },
  bin: {
    does: 'List the tasks that were removed in the last 30 days.',
    options: {
      json: json,
    },
  },
  restore: {
    does: 'Watch a removed task again.',
    options: {},
  },
  export: {
    does: 'Write all tasks and gateways into a file, without keys. The file must not be there yet.',
    options: {
      csv: 'Write a table for spreadsheets, which cannot be imported.',
    },
  },
  import: {
    does: 'Take in what another Taskbell has exported. What is in the list already stays as it is.',
    options: {},
  },
  pause: {
    does: 'Stop all checks until resume, or for a time.',
    options: {
      for: 'Go on by itself after this time, such as 30m, 2h or 1d.',
    },
  },
  resume: {
    does: 'Go on with the checks.',
    options: {},
  },
  timing: {
    does: 'Say how requests are weighed against being told at once, or choose it.',
    options: {},
  },
  mute: {
    does: 'No longer notify of what becomes of a task; with --off, notify again.',
    options: {
      off: 'Notify again.',
    },
  },
  quiet: {
    does: 'Say whether notifications are held back, hold them back for a while, or no longer.',
    options: {},
  },
  'push add': {
    does: 'Tell a phone or a chat too. Its address and token are kept where your keys are.',
    options: {
      service: 'ntfy, bark, telegram, wecom, dingtalk, feishu, discord, slack or json.',
      url: 'The server, for ntfy, Bark and Telegram. Default: the public one.',
      'token-stdin':
        'Read tokens and the webhook URL from standard input, one a line; see docs/guide/push.md.',
      'token-env': 'Read them from the environment variable of this name.',
      'allow-plain-http': 'Let messages travel unencrypted to a host on the network.',
    },
  },
  'push list': {
    does: 'List phones and chats, and whether messages reach them.',
    options: {
      json: json,
    },
  },
  'push test': {
    does: 'Send a message to a phone or chat and say what came of it.',
    options: {},
  },
  'push remove': {
    does: 'Tell a phone or chat nothing more, and forget its address and token.',
    options: {},
  },
  doctor: {
    does: 'Say when the next checks are and what holds them up. Does not start the app.',
    options: {
      json: json,
    },
  },
  'vault status': {
    does: 'Say where keys are kept, and whether they can be read.',
    options: { json: json },
  },
  'vault unlock': {
    does: 'Open the file with the keys. The passphrase comes on standard input; at a terminal it is asked for.',
    options: {},
  },
  'vault move': {
    does: 'Keep all keys elsewhere, and remove them where they were. For a file the new passphrase comes on standard input, on two lines.',
    options: { 'leave-keys': 'Take no key along: those that are kept stay there, and are entered again.' },
  },
  'vault passphrase': {
    does: 'Change the passphrase of the file. Standard input has the one of now on a line, and the new one on two.',
    options: {},
  },
  'vault forget': {
    does: 'Remove all keys, and the addresses and tokens of phones and chats. Gateways and tasks stay.',
    options: {},
  },
  demo: {
    does: 'Add the built-in demo gateway with four made-up tasks.',
    options: {},
  },
  startup: {
    does: 'Say whether Taskbell starts in the tray when you log in, or choose it.',
    options: {},
  },
  quit: {
    does: 'Quit the app.',
    options: {},
  },
  version: {
    does: 'Print the version.',
    options: {},
  },
};
