import type {
  FolderTrouble,
  GatewaySaving,
  OtherSave,
  SavedKind,
  SaveRefusal,
  SaveTrouble,
  SavingSettingsTrouble,
  ShowTrouble,
} from '../../saving.ts';

const noLink = 'The gateway gave no link to this video, so there is nothing to save.';

/** Keeping results on the disk. */
export const saving = {
  save: 'Save',
  saveAgain: 'Save again',
  /** What could not be saved beside the video, once more. */
  saveOthers: 'Save the rest',
  chooseFolder: 'Choose the folder',
  stop: 'Stop saving',
  stopped: (task: string) => `No longer saving: ${task}`,
  notUnderWay: 'This video is not being saved.',
  showInFolder: 'Show in folder',
  opened: 'Opened.',
  saved: 'Video saved',
  notSaved: 'The video was not saved',
  notShown: 'The video was not shown',
  /** How far a save is, in a word or two. */
  states: {
    saved: 'saved',
    failed: 'not saved',
    waiting: 'to be saved',
    again: 'saving again soon',
    blocked: 'cannot be saved',
    saving: 'saving',
  },
  savingShare: (percent: string) => `saving ${percent}`,
  /** A task's phase, and how far its save is. */
  phaseAnd: (phase: string, save: string) => `${phase}, ${save}`,
  savedAs: (path: string, size: string) => `Saved as ${path} (${size})`,
  soFar: (state: string, size: string) => `${state}: ${size}`,
  soFarOf: (state: string, size: string, whole: string) => `${state}: ${size} of ${whole}`,
  bytes: (count: number) => `${String(count)} bytes`,
  /** The fact of a task, in the window and on the command line. */
  onDisk: 'On disk',
  otherOnDisk: { thumbnail: 'Thumbnail on disk', gif: 'GIF on disk' } satisfies Record<
    OtherSave['kind'],
    string
  >,
  /** What keeps a file from being saved, and what to do about it. */
  troubles: {
    'no-network': 'There is no network. Saving goes on when it is back.',
    'unknown-host': 'The host of the link is not known. Check your network.',
    unreachable: 'The server with the file does not answer. Saving goes on by itself.',
    insecure: 'The certificate of the server with the file could not be trusted, so nothing was saved.',
    'timed-out': 'The server with the file stopped sending. Saving goes on by itself.',
    'server-error': 'The server with the file reports an error of its own. Saving is tried again.',
    'rate-limited': 'The server with the file asks for fewer requests. Saving goes on after the wait.',
    refused:
      'The server did not hand out the file: the link may have ended. Check the task again, then save again.',
    'no-key': 'The gateway hands out this file only with its key, and none is stored. Enter it in Settings.',
    'keyring-locked': 'The keyring did not answer in time. Unlock it, and saving goes on.',
    'keyring-absent': 'No keyring is running, so the key for this file cannot be read. Start one.',
    'keyring-failed': 'The keyring could not give the key for this file. Enter the key anew in Settings.',
    'key-file-locked': 'The file with your keys is locked. Enter its passphrase, and saving goes on.',
    'key-file-damaged': 'The file with your keys is damaged, so the key for this file cannot be read.',
    'key-file-failed': 'The file with your keys cannot be read. Settings › Keys says what you can do.',
    stopped: 'You stopped it, so it was not saved. Save again begins anew.',
    'no-link': 'The gateway gives no link to this file any more, so it cannot be saved.',
    'link-ended': 'The link to this file has ended, so it can no longer be saved.',
    gone: 'The server no longer has this file.',
    'not-a-video':
      'The link leads to something that is no video or picture, such as a web page. It was not kept.',
    empty: 'The server sent an empty file. It was not kept; try again later.',
    'too-large': 'The file is larger than what Settings allow. Raise the limit there, then save again.',
    'cut-off': 'The connection was cut. Saving goes on where it stopped.',
    incomplete:
      'The file does not come whole: what the server sent is not what it announced. Try again later.',
    redirects: 'The link leads from one address to the next without an end.',
    'unsafe-address':
      'The link leads to an address that is not safe to ask: without encryption, or inside your own network.',
    'no-folder': 'The folder to save into is not there. Bring it back, or choose another in Settings.',
    'not-writable': 'The folder to save into cannot be written to. Choose another in Settings.',
    'disk-full': 'There is not enough room on the disk. Free some, and saving goes on.',
  } satisfies Record<SaveTrouble, string>,
  /** For a save that is not tried again. */
  folderGivenUp: {
    'no-folder': 'The folder to save into is not there. Save again saves into the folder of the settings.',
    'not-writable':
      'The folder to save into cannot be written to. Save again saves into the folder of the settings.',
  } satisfies Record<FolderTrouble, string>,
  /** On the command line. */
  intoFolder: {
    'no-folder': (folder: string) => `The folder ${folder} is not there, so nothing was saved.`,
    'not-writable': (folder: string) => `The folder ${folder} cannot be written to, so nothing was saved.`,
  } satisfies Record<FolderTrouble, (folder: string) => string>,
  /** Whether a gateway's results are saved by themselves. */
  ofGatewayLabel: 'Save its results',
  ofGateway: {
    'as-set': 'As chosen under Saving',
    always: 'Always, from now on',
    never: 'Never by themselves',
  } satisfies Record<GatewaySaving, string>,
  refusals: {
    'no-link': noLink,
    'not-ready': 'This video is not ready yet, so there is nothing to save.',
    failed: 'This task failed, so there is no video to save.',
    cancelled: 'This task was cancelled, so there is no video to save.',
    lost: 'The gateway no longer knows this task, so there is no video to save.',
    'unknown-task': 'There is no such task.',
  } satisfies Record<SaveRefusal, string>,
  showTroubles: {
    'not-saved': 'This video has not been saved yet.',
    'file-gone': 'The saved file is no longer where it was. Save it again.',
    'no-program': 'No program of this computer opened it. The task’s details say where it is.',
  } satisfies Record<ShowTrouble, string>,
  settingsTroubles: {
    'no-kinds': 'Choose at least one kind of file.',
    'folder-missing': 'Choose the folder to save into.',
    'folder-not-whole': 'Write the whole path, such as /home/ada/Videos or ~/Videos.',
    'no-folder': 'This folder is not there. Make it first, or choose another.',
    'not-writable': 'Taskbell cannot write into this folder. Choose another.',
    'name-missing': 'Say how the files are named.',
    'unknown-placeholder': 'Only {date}, {model}, {title} and {id} can stand in braces.',
    size: 'The largest size must be at least 1 and at most 1000 GiB.',
  } satisfies Record<SavingSettingsTrouble, string>,
  settings: {
    on: 'Save results when they are ready',
    onMeans:
      'Links end, some after an hour. What is ready already stays as it is; each task has its own Save.',
    kinds: 'What is saved',
    kindNames: {
      video: 'The video',
      thumbnail: 'Its thumbnail',
      gif: 'Its GIF',
    } satisfies Record<SavedKind, string>,
    kindsMean:
      'Where the gateway gives them. Saving one task by hand always saves its video, and what else is chosen here.',
    folder: 'Save into the folder',
    choose: 'Choose…',
    name: 'Name of the files',
    nameMeans: '{date}, {model}, {title} and {id} are filled in. No file is ever replaced.',
    size: 'Largest size in GiB',
    sizeMeans: 'What is larger is not saved.',
  },
  folderNotWhole: 'The folder has to be named whole, from its root.',
  removedMeanwhile: 'The task was removed from the list while its video was being saved.',
};
