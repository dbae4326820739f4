/**
 * The ISO text of a time that Alibaba Cloud writes without its zone, `2026-01-02 11:04:05.678`: it is Beijing's,
 * wherever the server stands. Null for any other value.
 */
export const beijingTime = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,9})?$/.test(value)
    ? `${value.replace(' ', 'T')}+08:00`
    : null;
