import { child, copy, elements, flags, node, parseNode, place, writePart, type XmlNode } from '../file/xml-node.js';

/** What a cell looks like, as far as the object model tells it. Colours are #RRGGBB; "" where there is none or a theme's. */
export interface Look {
  numberFormat: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strikethrough: boolean;
  fontColor: string;
  fontName: string;
  fontSize: number;
  fill: string;
  /** The cell's lower line: hair, thin …; "" where it has none. */
  line: string;
  lineColor: string;
  horizontal: string;
  vertical: string;
  wrap: boolean;
  indent: number;
  locked: boolean;
}

/** ECMA-376 part 1, 18.8.30: the number formats that have no code in the file. */
const BUILT_IN: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'm/d/yyyy',
  22: 'm/d/yyyy h:mm',
  49: '@',
};
const FONT_ORDER = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
const BORDER_ORDER = ['start', 'end', 'left', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'];
const STYLE_ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
const FIRST_OWN_FORMAT = 164;

/** The file's styles: read as looks, added to when a cell gets a look that no style has. */
export class Styles {
  private readonly root: XmlNode;
  private readonly looks = new Map<number, Look>();
  private readonly made = new Map<string, number>();
  private changed = false;

  constructor(private readonly xml: string) {
    this.root = parseNode(xml);
  }

  look(style: number): Look {
    let look = this.looks.get(style);
    if (!look) {
      look = this.read(style);
      this.looks.set(style, look);
    }
    return look;
  }

  /** The style of a cell of style `base` after a change of its look. */
  restyled(base: number, change: Partial<Look>): number {
    const wanted = { ...this.look(base), ...change };
    const key = `${base} ${JSON.stringify(wanted)}`;
    const known = JSON.stringify(wanted) === JSON.stringify(this.look(base)) ? base : this.made.get(key);
    if (known !== undefined) return known;
    const style = this.add('cellXfs', this.makeFormat(base, wanted));
    this.made.set(key, style);
    return style;
  }

  /** A differential style (what a conditional format adds) and its number, kept only in the text that `withDifferential` returns. */
  static withDifferentials(xml: string, looks: readonly Partial<Look>[]): { xml: string; ids: number[] } {
    if (looks.length === 0) return { xml, ids: [] };
    const root = parseNode(xml);
    let list = child(root, 'dxfs');
    if (!list) {
      list = node('dxfs');
      place(root, list, STYLE_ORDER);
    }
    const first = elements(list).length;
    list.children.push(...looks.map(differential));
    list.attributes['count'] = String(first + looks.length);
    return { xml: writePart(root), ids: looks.map((_, index) => first + index) };
  }

  /** The part's text: as it came unless a look was added. */
  text(): string {
    return this.changed ? writePart(this.root) : this.xml;
  }

  private list(name: string): XmlNode[] {
    return elements(child(this.root, name) ?? node(name));
  }

  private add(name: string, element: XmlNode): number {
    let list = child(this.root, name);
    if (!list) {
      list = node(name);
      place(this.root, list, STYLE_ORDER);
    }
    this.changed = true;
    list.children.push(element);
    const count = elements(list).length;
    list.attributes['count'] = String(count);
    return count - 1;
  }

  private read(style: number): Look {
    const format = this.list('cellXfs')[style];
    const attribute = (name: string): number => Number(format?.attributes[name] ?? 0);
    const font = this.list('fonts')[attribute('fontId')];
    const pattern = child(this.list('fills')[attribute('fillId')], 'patternFill');
    const bottom = child(this.list('borders')[attribute('borderId')], 'bottom');
    const alignment = flags(child(format, 'alignment')?.attributes);
    const formatId = attribute('numFmtId');
    const own = this.list('numFmts').find(({ attributes }) => attributes['numFmtId'] === String(formatId));
    return {
      numberFormat: own?.attributes['formatCode'] ?? BUILT_IN[formatId] ?? 'General',
      bold: isOn(child(font, 'b')),
      italic: isOn(child(font, 'i')),
      underline: child(font, 'u') !== undefined && child(font, 'u')?.attributes['val'] !== 'none',
      strikethrough: isOn(child(font, 'strike')),
      fontColor: child(font, 'color') ? colour(child(font, 'color')) : '#000000',
      fontName: child(font, 'name')?.attributes['val'] ?? '',
      fontSize: Number(child(font, 'sz')?.attributes['val'] ?? 11),
      fill: pattern?.attributes['patternType'] === 'solid' ? colour(child(pattern, 'fgColor')) : '',
      line: bottom?.attributes['style'] ?? '',
      lineColor: colour(child(bottom, 'color')),
      horizontal: capital(alignment['horizontal'] ?? 'general'),
      vertical: capital(alignment['vertical'] ?? 'bottom'),
      wrap: alignment['wrapText'] === '1',
      indent: Number(alignment['indent'] ?? 0),
      locked: flags(child(format, 'protection')?.attributes)['locked'] !== '0',
    };
  }

  private makeFormat(base: number, look: Look): XmlNode {
    const before = this.look(base);
    const format = copy(this.list('cellXfs')[base] ?? node('xf'));
    const set = (id: string, apply: string, value: number): void => void Object.assign(format.attributes, { [id]: String(value), [apply]: '1' });
    if (look.numberFormat !== before.numberFormat) set('numFmtId', 'applyNumberFormat', this.numberFormatId(look.numberFormat));
    if (fontKeys.some((key) => look[key] !== before[key])) {
      const font = copy(this.list('fonts')[Number(format.attributes['fontId'] ?? 0)] ?? node('font'));
      setFont(font, look);
      set('fontId', 'applyFont', this.add('fonts', font));
    }
    if (look.fill !== before.fill) set('fillId', 'applyFill', look.fill === '' ? 0 : this.add('fills', fill(look.fill)));
    if (look.line !== before.line || look.lineColor !== before.lineColor) {
      const border = copy(this.list('borders')[Number(format.attributes['borderId'] ?? 0)] ?? node('border'));
      const colours = look.lineColor === '' ? [] : [node('color', { rgb: argb(look.lineColor) })];
      place(border, look.line === '' ? node('bottom') : node('bottom', { style: look.line }, colours), BORDER_ORDER, true);
      set('borderId', 'applyBorder', this.add('borders', border));
    }
    if (alignmentKeys.some((key) => look[key] !== before[key])) {
      const attributes = { ...child(format, 'alignment')?.attributes };
      Object.assign(attributes, {
        horizontal: small(look.horizontal),
        vertical: small(look.vertical),
        wrapText: look.wrap ? '1' : '0',
        indent: String(look.indent),
      });
      place(format, node('alignment', attributes), ['alignment', 'protection'], true);
      format.attributes['applyAlignment'] = '1';
    }
    if (look.locked !== before.locked) {
      place(format, node('protection', { locked: look.locked ? '1' : '0' }), ['alignment', 'protection'], true);
      format.attributes['applyProtection'] = '1';
    }
    return format;
  }

  private numberFormatId(code: string): number {
    const builtIn = Object.entries(BUILT_IN).find(([, each]) => each === code);
    if (builtIn) return Number(builtIn[0]);
    const own = this.list('numFmts');
    const known = own.find(({ attributes }) => attributes['formatCode'] === code);
    if (known) return Number(known.attributes['numFmtId']);
    const id = own.reduce((next, { attributes }) => Math.max(next, Number(attributes['numFmtId']) + 1), FIRST_OWN_FORMAT);
    this.add('numFmts', node('numFmt', { numFmtId: String(id), formatCode: code }));
    return id;
  }
}

const fontKeys = ['bold', 'italic', 'underline', 'strikethrough', 'fontColor', 'fontName', 'fontSize'] as const;
const alignmentKeys = ['horizontal', 'vertical', 'wrap', 'indent'] as const;

function setFont(font: XmlNode, look: Partial<Look>): void {
  const set = (name: string, attributes: Record<string, string> | null): void => {
    font.children = font.children.filter((each) => typeof each === 'string' || each.name !== name);
    if (attributes) place(font, node(name, attributes), FONT_ORDER);
  };
  if (look.bold !== undefined) set('b', look.bold ? {} : null);
  if (look.italic !== undefined) set('i', look.italic ? {} : null);
  if (look.strikethrough !== undefined) set('strike', look.strikethrough ? {} : null);
  if (look.underline !== undefined) set('u', look.underline ? {} : null);
  if (look.fontSize !== undefined) set('sz', { val: String(look.fontSize) });
  if (look.fontColor !== undefined && look.fontColor !== '') set('color', { rgb: argb(look.fontColor) });
  if (look.fontName !== undefined && look.fontName !== '') set('name', { val: look.fontName });
}

function differential(look: Partial<Look>): XmlNode {
  const style = node('dxf');
  const font = node('font');
  setFont(font, look);
  if (font.children.length > 0) style.children.push(font);
  if (look.fill !== undefined && look.fill !== '')
    style.children.push(node('fill', {}, [node('patternFill', {}, [node('bgColor', { rgb: argb(look.fill) })])]));
  return style;
}

const fill = (colourCode: string): XmlNode => node('fill', {}, [node('patternFill', { patternType: 'solid' }, [node('fgColor', { rgb: argb(colourCode) })])]);
const isOn = (element: XmlNode | undefined): boolean => element !== undefined && !['0', 'false'].includes(element.attributes['val'] ?? '1');
const colour = (element: XmlNode | undefined): string => {
  const code = element?.attributes['rgb'];
  return code === undefined ? '' : `#${code.slice(-6).toUpperCase()}`;
};
const argb = (code: string): string => `FF${code.replace('#', '').toUpperCase()}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
