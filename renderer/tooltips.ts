import { Tooltip } from 'bits-ui';

/** Ties all buttons without words to the one tooltip of the window, which says what they do. */
export const tooltips: Tooltip.Tether<string> = Tooltip.createTether<string>();
