export const isMac = navigator.platform.startsWith('Mac');

/** The keys that paste, as this platform writes them. */
export const pasteKeys = isMac ? '⌘V' : 'Ctrl V';
