/**
 * What Electron, keytar and the throw-away desktop need of a Linux system, and the Debian packages that bring it.
 * Of several packages the first that the release has is taken: the t64 names came with Debian 13 and Ubuntu 24.04.
 */

/** @type {Readonly<Record<string, readonly string[]>>} */
export const packagesOfLibrary = {
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsecret-1.so.0': ['libsecret-1-0'],
  'libsmime3.so': ['libnss3'],
  'libstdc++.so.6': ['libstdc++6'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
};

/** Files outside the path that only the throw-away desktop needs. The first that exists counts. */
export const xfconfServiceFiles = [
  '/usr/share/dbus-1/services/org.xfce.Xfconf.service',
  '/usr/local/share/dbus-1/services/org.xfce.Xfconf.service',
];

/** Commands of the throw-away desktop. @type {Readonly<Record<string, readonly string[]>>} */
export const packagesOfCommand = {
  Xvfb: ['xvfb'],
  'dbus-daemon': ['dbus'],
  'dbus-send': ['dbus'],
  dunst: ['dunst'],
  'gnome-keyring-daemon': ['gnome-keyring'],
  xclip: ['xclip'],
  'xfce4-panel': ['xfce4-panel'],
};
