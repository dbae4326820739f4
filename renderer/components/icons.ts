import type { LucideProps } from '@lucide/svelte';
import Bell from '@lucide/svelte/icons/bell';
import BellOff from '@lucide/svelte/icons/bell-off';
import Check from '@lucide/svelte/icons/check';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import Clock from '@lucide/svelte/icons/clock';
import Minus from '@lucide/svelte/icons/minus';
import Play from '@lucide/svelte/icons/play';
import Plus from '@lucide/svelte/icons/plus';
import Search from '@lucide/svelte/icons/search';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import X from '@lucide/svelte/icons/x';
import type { Component } from 'svelte';

/** A drawing, its usual side in CSS pixels, and the width of its line. */
type Drawn = readonly [drawing: Component<LucideProps>, side: number, stroke: number];

export type IconName =
  | 'plus'
  | 'search'
  | 'settings'
  | 'back'
  | 'unfold'
  | 'close'
  | 'clock'
  | 'check'
  | 'cross'
  | 'dash'
  | 'lost'
  | 'bell'
  | 'bellOff'
  | 'play';

export const icons: Readonly<Record<IconName, Drawn>> = {
  plus: [Plus, 16, 1.6],
  search: [Search, 18, 1.6],
  settings: [SlidersHorizontal, 18, 1.6],
  back: [ChevronLeft, 18, 1.6],
  unfold: [ChevronDown, 14, 1.6],
  close: [X, 18, 1.6],
  clock: [Clock, 20, 1.6],
  check: [Check, 14, 2],
  cross: [X, 20, 1.8],
  dash: [Minus, 20, 1.8],
  lost: [CircleAlert, 20, 1.8],
  bell: [Bell, 24, 1.6],
  bellOff: [BellOff, 24, 1.6],
  play: [Play, 24, 2],
};
