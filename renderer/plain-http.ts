import { isPlainHttpElsewhere } from '../electron/shared/plain-http.ts';

/** Whether a key sent to what is typed here would cross a network unencrypted. */
export const asksForPlainHttp = (text: string): boolean => {
  const url = URL.parse(text.trim());
  return url !== null && isPlainHttpElsewhere(url);
};
