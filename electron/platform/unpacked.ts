/** Where a file of the package really is that other programs read: they cannot look into the archive. */
export const unpacked = (path: string): string => path.replace('app.asar', 'app.asar.unpacked');
