import { words } from './language/spoken.ts';
import { percentText } from './progress-text.ts';
import { isBlocked, savedShare, type TaskSave } from './saving.ts';

/** How far a save is, in a word or two. */
export const saveText = (save: TaskSave): string => {
  const { states, savingShare } = words().saving;
  if (save.state === 'saved' || save.state === 'failed') return states[save.state];
  if (isBlocked(save)) return states.blocked;
  if (save.state === 'waiting') return save.trouble === null ? states.waiting : states.again;
  const share = savedShare(save);
  return share === null ? states.saving : savingShare(percentText(share));
};

const units = ['KB', 'MB', 'GB', 'TB'];

/** A size as people say it, such as `12.4 MB`. */
export const sizeText = (bytes: number): string => {
  if (bytes < 1000) return words().saving.bytes(bytes);
  const step = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${value >= 100 ? String(Math.round(value)) : value.toFixed(1)} ${units[step - 1] ?? ''}`;
};

/** What keeps it from being saved; empty when nothing does. */
export const saveTroubleText = ({ state, trouble }: TaskSave): string => {
  if (trouble === null) return '';
  const { troubles, folderGivenUp } = words().saving;
  const isGivenUp = state === 'failed' && (trouble === 'no-folder' || trouble === 'not-writable');
  return isGivenUp ? folderGivenUp[trouble] : troubles[trouble];
};

/** How far a save is, whole. */
export const saveSentence = (save: TaskSave): string => {
  const said = words().saving;
  if (save.trouble !== null) return saveTroubleText(save);
  if (save.state === 'saved') return said.savedAs(save.path ?? '', sizeText(save.bytes));
  const state = capital(saveText(save));
  if (save.totalBytes === null) return said.soFar(state, sizeText(save.bytes));
  return said.soFarOf(state, sizeText(save.bytes), sizeText(save.totalBytes));
};

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
