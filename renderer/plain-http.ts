const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** Whether a key sent to this URL would cross a network unencrypted. */
export const isPlainHttpElsewhere = (text: string): boolean => {
  const url = URL.parse(text.trim());
  return url !== null && url.protocol === 'http:' && !isLoopback(url.hostname);
};
