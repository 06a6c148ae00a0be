import { child, node, place, type XmlNode } from '../file/xml-node.js';
import type { HeaderPart, PageSetUp } from './page-set-up.js';

/** ECMA-376 part 1, 18.18.43. */
const PAPERS: Record<string, string> = { Letter: '1', A3: '8', A4: '9', A5: '11' };
const POINTS_PER_INCH = 72;
const LAST_COLUMN_INDEX = '16383';

/** Puts a sheet's page set-up into its part, in the schema's order. */
export function putPageSetUp(root: XmlNode, { paper, orientation, centred, zoom, margins, parts, breaks }: PageSetUp, order: readonly string[]): void {
  const put = (element: XmlNode): void => place(root, element, order, true);
  const { horizontalFitToPages: wide, verticalFitToPages: high, scale } = zoom;
  const fits = wide != null || high != null;
  if (fits) put(node('sheetPr', child(root, 'sheetPr')?.attributes, [node('pageSetUpPr', { fitToPage: '1' })]));
  if (centred) put(node('printOptions', { horizontalCentered: '1' }));
  put(node('pageMargins', Object.fromEntries(Object.entries(margins).map(([side, points]) => [side, String(points / POINTS_PER_INCH)]))));
  const scaling: Record<string, string> = fits ? { fitToWidth: String(wide ?? 0), fitToHeight: String(high ?? 0) } : { scale: String(scale ?? 100) };
  put(node('pageSetup', { paperSize: PAPERS[paper] ?? '1', ...scaling, orientation: orientation.toLowerCase() }));
  const text = (left: HeaderPart, middle: HeaderPart, right: HeaderPart): string =>
    [
      ['&L', parts[left]],
      ['&C', parts[middle]],
      ['&R', parts[right]],
    ]
      .map(([side = '', words = '']) => (words === '' ? '' : side + words))
      .join('');
  const header = text('LeftHeader', 'CenterHeader', 'RightHeader');
  const footer = text('LeftFooter', 'CenterFooter', 'RightFooter');
  const told = [...(header === '' ? [] : [node('oddHeader', {}, [header])]), ...(footer === '' ? [] : [node('oddFooter', {}, [footer])])];
  if (told.length > 0) put(node('headerFooter', {}, told));
  if (breaks.length > 0) {
    const count = String(breaks.length);
    put(
      node(
        'rowBreaks',
        { count, manualBreakCount: count },
        breaks.map((row) => node('brk', { id: String(row), max: LAST_COLUMN_INDEX, man: '1' })),
      ),
    );
  }
}
