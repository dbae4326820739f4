/** The sheet of the window’s keys. */
export const keys = {
  title: 'Keys',
  close: 'Close',
  space: 'Space',
  paste: 'Watch what is on the clipboard',
  search: 'Search',
  step: 'Go through the list',
  leap: 'Go far',
  open: 'Open the details',
  extend: 'Select several',
  toggle: 'Select some here and there',
  all: 'Select all',
  menu: 'Menu of actions',
  remove: 'Remove',
  settings: 'Settings',
  back: 'Back',
  sheet: 'These keys',
};
