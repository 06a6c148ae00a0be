import type { Figure, Indicator } from '../../plan.js';

/** Shares and rates, which change in points as well as in per cent. */
export const isShare = ({ kind }: Indicator): boolean => kind === 'ratio' || kind === 'rate';

/** The unit a figure is printed in, for telling another in it. */
export const levelUnit = ({ printings }: Figure): string => printings[0].unit;
