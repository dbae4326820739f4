import { noticeNames, type NoticeName } from './notices.ts';

const storedUnder = 'dismissed-notices';

/** The notices that the user has read and put away, in this window or an earlier one. */
export const dismissedNotices = (): readonly NoticeName[] => {
  const stored = (localStorage.getItem(storedUnder) ?? '').split(' ');
  return noticeNames.filter((name) => stored.includes(name));
};

/** Puts a notice away for good; returns all that are. */
export const dismiss = (name: NoticeName): readonly NoticeName[] => {
  const names = [...dismissedNotices().filter((other) => other !== name), name];
  localStorage.setItem(storedUnder, names.join(' '));
  return names;
};
