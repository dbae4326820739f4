/** Line drawings: side of the square box, stroke width, path. */
export const icons = {
  plus: [16, 1.6, 'M8 3v10M3 8h10'],
  search: [18, 1.6, 'M13 8A5 5 0 1 1 3 8a5 5 0 0 1 10 0ZM12 12l4 4'],
  settings: [
    18,
    1.6,
    'M3 5h7M14 5h1M3 13h1M8 13h7M14 5a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM8 13a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  ],
  back: [18, 1.6, 'M11 4 6 9l5 5'],
  close: [18, 1.6, 'm5 5 8 8M13 5l-8 8'],
  clock: [20, 1.6, 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6v4l3 2'],
  check: [14, 2, 'm3 7 3 3 5-6'],
  cross: [20, 1.8, 'm6 6 8 8M14 6l-8 8'],
  dash: [20, 1.8, 'M6 10h8'],
  lost: [20, 1.8, 'M10 5v6M10 14.5v.1'],
  bell: [24, 1.6, 'M6 16V10.5a6 6 0 0 1 12 0V16l1.5 2h-15ZM10 20.5a2.2 2.2 0 0 0 4 0'],
  bellOff: [
    24,
    1.6,
    'M6 16V10.5a6 6 0 0 1 .5-2.4M9.2 5.2A6 6 0 0 1 18 10.5V13M15.5 18h-11L6 16M10 20.5a2.2 2.2 0 0 0 4 0M4 4l16 16',
  ],
} as const;

export type IconName = keyof typeof icons;
