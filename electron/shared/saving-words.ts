import { percentText } from './progress-text.ts';
import {
  savedShare,
  type SaveRefusal,
  type SaveTrouble,
  type SavingSettingsTrouble,
  type ShowTrouble,
  type TaskSave,
} from './saving.ts';

/** What keeps a video from being saved, and what to do about it. */
export const saveTroubleSentences: Readonly<Record<SaveTrouble, string>> = {
  'no-network': 'There is no network. Saving goes on when it is back.',
  'unknown-host': 'The host of the video’s link is not known. Check your network.',
  unreachable: 'The server with the video does not answer. Saving goes on by itself.',
  insecure: 'The certificate of the server with the video could not be trusted, so nothing was saved.',
  'timed-out': 'The server with the video stopped sending. Saving goes on by itself.',
  'server-error': 'The server with the video reports an error of its own. Saving is tried again.',
  'rate-limited': 'The server with the video asks for fewer requests. Saving goes on after the wait.',
  refused:
    'The server did not hand out the video: the link may have ended. Ask the gateway, then save again.',
  'no-key': 'The gateway hands out this video only with its key, and none is stored. Enter it in Settings.',
  'keyring-locked': 'The keyring did not answer in time. Unlock it, and saving goes on.',
  'keyring-absent': 'No keyring is running, so the key for this video cannot be read. Start one.',
  'keyring-failed': 'The keyring could not give the key for this video. Enter the key anew in Settings.',
  'no-link': 'The gateway gave no link to this video, so there is nothing to save.',
  'link-ended': 'The link to this video has ended, so it can no longer be saved.',
  gone: 'The server no longer has this video.',
  'not-a-video': 'What the link leads to is not a video but something else, such as a page. It was not kept.',
  empty: 'The server sent an empty file. It was not kept; try again later.',
  'too-large': 'The file is larger than what Settings allow. Raise the limit there, then save again.',
  'cut-off': 'The connection was cut. Saving goes on where it stopped.',
  incomplete: 'The file does not come whole: what the server sent is not what it announced. Try again later.',
  redirects: 'The link leads from one address to the next without an end.',
  'unsafe-address':
    'The link leads to an address that is not safe to ask: without encryption, or inside your own network.',
  'no-folder': 'The folder to save into is not there. Bring it back, or choose another in Settings.',
  'not-writable': 'The folder to save into cannot be written to. Choose another in Settings.',
  'disk-full': 'There is not enough room on the disk. Free some, and saving goes on.',
};

export const saveRefusalSentences: Readonly<Record<SaveRefusal, string>> = {
  'no-link': saveTroubleSentences['no-link'],
  'not-ready': 'This video is not ready yet, so there is nothing to save.',
  'unknown-task': 'There is no such task.',
};

export const showTroubleSentences: Readonly<Record<ShowTrouble, string>> = {
  'not-saved': 'This video has not been saved yet.',
  'file-gone': 'The saved file is no longer where it was. Save it again.',
};

export const savingSettingsSentences: Readonly<Record<SavingSettingsTrouble, string>> = {
  'folder-missing': 'Choose the folder to save into.',
  'name-missing': 'Say how the files are named.',
  'unknown-placeholder': 'Only {date}, {model}, {title} and {id} can stand in braces.',
  size: 'The largest size must be at least 1 and at most 1000 GiB.',
};

export const savingWords = {
  save: 'Save',
  saveAgain: 'Save again',
  showInFolder: 'Show in folder',
  savedTitle: 'Video saved',
  notSavedTitle: 'The video was not saved',
} as const;

/** How far a save is, in a word or two. */
export const saveText = (save: TaskSave): string => {
  if (save.state === 'saved') return 'saved';
  if (save.state === 'failed') return 'not saved';
  if (save.state === 'waiting') return save.trouble === null ? 'to be saved' : 'saving again soon';
  const share = savedShare(save);
  return share === null ? 'saving' : `saving ${percentText(share)}`;
};

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size as people say it, such as `12.4 MB`. */
export const sizeText = (bytes: number): string => {
  const step = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1)} ${units[step] ?? ''}`;
};

/** How far a save is, whole. */
export const saveSentence = (save: TaskSave): string => {
  if (save.trouble !== null) return saveTroubleSentences[save.trouble];
  if (save.state === 'saved') return `Saved as ${save.path ?? ''} (${sizeText(save.bytes)})`;
  if (save.totalBytes === null) return `${capital(saveText(save))}: ${sizeText(save.bytes)}`;
  return `${capital(saveText(save))}: ${sizeText(save.bytes)} of ${sizeText(save.totalBytes)}`;
};

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** What Settings say of saving. */
export const savingSettingsWords = {
  on: 'Save each video when it is ready',
  onMeans: 'Links end, some after an hour. What is ready already stays as it is; each task has its own Save.',
  folder: 'Save into the folder',
  choose: 'Choose…',
  name: 'Name of the files',
  nameMeans: '{date}, {model}, {title} and {id} are filled in. No file is ever replaced.',
  size: 'Largest size in GiB',
  sizeMeans: 'What is larger is not saved.',
} as const;
