import { drawing } from './element.js';

const WIDTH = 100;
const HEIGHT = 10;

/** One bar of a row of bars that share a scale; it runs left of the zero line where the value is below it. The number stands beside it. */
export function bar(value: number, all: readonly number[]): SVGElement {
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
  const span = most - least || 1;
  const x = (at: number): number => ((at - least) / span) * WIDTH;
  const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
  return drawing(
    'svg',
    { class: 'bar', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    drawing('rect', { class: value < 0 ? 'below' : 'above', x: from, y: 1, width: Math.max(1, to - from), height: HEIGHT - 2 }),
    ...(least < 0 ? [drawing('line', { class: 'zero', x1: x(0), x2: x(0), y1: 0, y2: HEIGHT })] : []),
  );
}
