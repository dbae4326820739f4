/** Newer versions of Taskbell: in the tray and in Settings. */
export const updates = {
  ready: (version: string) => `Version ${version} is ready; it is put in place when you quit`,
  exists: (version: string) => `Version ${version} is there; get it where you got this one`,
  look: 'Look for newer versions',
  lookMeans: {
    installs: 'Once a day. A newer version is brought here and put in place when you quit.',
    tells: 'Once a day. You are told of a newer version; this package cannot replace itself.',
  },
  system: 'Whoever installed this package brings newer versions too. Taskbell does not look for them.',
  nowhere: 'Nobody has told this build where newer versions are, so it does not look for them.',
};
