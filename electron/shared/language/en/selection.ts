import { counted } from './counting.ts';

/** What is done with several tasks at once. */
export const selection = {
  label: 'Selected tasks',
  clear: 'Clear selection',
  count: (count: number) => `${count.toLocaleString('en')} selected`,
  checkNow: 'Check now',
  mute: 'Mute',
  unmute: 'Unmute',
  save: 'Save',
  noneToSave: 'None of them has a video that is still to be saved',
  saving: (count: number) => `Saving ${counted(count, 'video', 'videos')}`,
  copyLinks: 'Copy links',
  remove: 'Remove',
  asking: (count: number) => `Asking about ${counted(count, 'task', 'tasks')}`,
  cannotChange: 'Cancelled tasks do not change any more',
  noLinks: 'None of them has a link',
  allEnded: 'Their links have ended',
  linksCopied: (copied: number, ended: number) =>
    `${counted(copied, 'link', 'links')} copied${ended === 0 ? '' : `; ${counted(ended, 'link', 'links')} that had ended left out`}`,
};
