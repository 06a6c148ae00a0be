import { drawing } from './element.js';

export type GlyphName = 'error' | 'warning' | 'info' | 'undecided' | 'pass';

/** Each outcome has a shape of its own: colour is never the only signal. */
const OUTLINES: Record<GlyphName, string> = {
  error: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z',
  warning: 'M8 1.2 15.4 14.4H.6z',
  info: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
  undecided: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
  pass: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
};
const INSIDES: Record<GlyphName, string> = {
  error: 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2',
  warning: 'M8 5.6v4M8 11.9v.3',
  info: 'M8 7.3v4.2M8 4.6v.3',
  undecided: 'M6 6.2a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M8 11.6v.3',
  pass: 'M4.9 8.2 7.1 10.5 11.2 5.8',
};

/** A small sign before a finding; what it says is told in words beside it. */
export const glyph = (name: GlyphName): SVGElement =>
  drawing(
    'svg',
    { class: `glyph ${name}`, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    drawing('path', { class: 'outline', d: OUTLINES[name] }),
    drawing('path', { class: 'inside', d: INSIDES[name] }),
  );
