import { SaxesParser } from 'saxes';
import { shapeFaults } from './manifest-shape.mjs';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/iu;
const LONGEST = { DisplayName: 125, ProviderName: 125, Description: 250, ShortStrings: 125, LongStrings: 250 };
/** What Office asks of each icon: its edge in pixels. */
const EDGES = { IconUrl: 32, HighResolutionIconUrl: 64 };
/** The two languages the pane speaks: English by default, Chinese where Office is Chinese. */
const DEFAULT_LOCALE = 'en-US';
const OVERRIDES = ['zh-CN'];
/** Nothing newer may be demanded: Excel 2019 has ExcelApi 1.7 and should show the pane. */
const FLOOR = { name: 'ExcelApi', version: '1.7' };

/**
 * Everything wrong with a manifest, one line each: its shape, and what schemas cannot say: identity, addresses over HTTPS,
 * pages and icons that exist in their sizes, resources defined and used, lengths, languages, requirement set, version.
 * `fileAt(path)` gives the bytes of what is served at a path below the pane's place, or null.
 */
export function manifestFaults(xml, { version, fileAt }) {
  let app;
  try {
    app = parse(xml);
  } catch (error) {
    return [`not well-formed XML: ${error.message}`];
  }
  const all = [...descendants(app)];
  const one = (name) => all.find((element) => element.name === name);
  const source = one('SourceLocation')?.attributes.DefaultValue ?? '';
  const base = source.slice(0, source.lastIndexOf('/') + 1);
  return [
    ...shapeFaults(app),
    ...(GUID.test(one('Id')?.text ?? '') ? [] : [`Id: ${one('Id')?.text ?? 'missing'} is no GUID`]),
    ...(one('Version')?.text === version ? [] : [`Version: ${one('Version')?.text ?? 'missing'}, but package.json says ${version}`]),
    ...(one('DefaultLocale')?.text === DEFAULT_LOCALE ? [] : [`DefaultLocale: expected ${DEFAULT_LOCALE}`]),
    ...(one('Permissions')?.text === 'ReadWriteDocument' ? [] : ['Permissions: the pane needs ReadWriteDocument']),
    ...requirementFaults(all),
    ...addressFaults(all, base, fileAt),
    ...resourceFaults(all, one('Resources'), base, fileAt),
    ...textFaults(all),
  ];
}

function parse(xml) {
  const parser = new SaxesParser({ position: false });
  const root = { name: '', children: [] };
  const stack = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name: name.replace(/^.*:/u, ''), attributes, children: [], text: '', parent: stack.at(-1) };
    stack.at(-1).children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => {
    if (stack.length > 1) stack.at(-1).text += text.trim();
  });
  parser.on('closetag', () => stack.pop());
  parser.write(xml).close();
  return root.children[0];
}

function* descendants(element) {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

function requirementFaults(all) {
  const sets = all.filter(({ name }) => name === 'Set');
  const [set] = sets;
  const least = set?.attributes.MinVersion ?? set?.parent.attributes.DefaultMinVersion;
  return sets.length === 1 && set.attributes.Name === FLOOR.name && least === FLOOR.version
    ? []
    : [`Requirements: expected ${FLOOR.name} ${FLOOR.version} alone, which is what the pane needs to load`];
}

/** Every address is HTTPS and under the pane's own place, and what it names is there; icons in the size Office asks for. */
function addressFaults(all, base, fileAt) {
  return all.flatMap(({ name, attributes }) => {
    const address = attributes.DefaultValue ?? '';
    if (!/Url$|^Image$|^SourceLocation$/u.test(name) || attributes.resid !== undefined) return [];
    if (!address.startsWith('https://')) return [`${name}: ${address} is not https`];
    if (!address.startsWith(base)) return [`${name}: ${address} is not beside the pane (${base})`];
    const bytes = fileAt(address.slice(base.length));
    if (bytes === null) return [`${name}: ${address} names no file of the pane`];
    return name in EDGES ? edgeFaults(name, address, bytes, EDGES[name]) : [];
  });
}

function edgeFaults(where, address, bytes, edge) {
  const [width, height] = pngSize(bytes);
  return width === edge && height === edge ? [] : [`${where}: ${address} is ${width}×${height} pixels; Office asks for ${edge}×${edge}`];
}

/** Width and height stand at bytes 16 and 20 of a PNG. */
function pngSize(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.byteLength >= 24 && view.getUint32(0) === 0x89504e47 ? [view.getUint32(16), view.getUint32(20)] : [0, 0];
}

/** Each resource that is named is defined, each that is defined is named, and icons stand in 16, 32 and 80. */
function resourceFaults(all, resources, base, fileAt) {
  const defined = new Map((resources?.children ?? []).flatMap(({ children }) => children.map((each) => [each.attributes.id, each])));
  const used = all.filter(({ attributes }) => attributes.resid !== undefined);
  const names = new Set(used.map(({ attributes }) => attributes.resid));
  const icons = all.filter(({ name }) => name === 'Icon');
  return [
    ...[...names].filter((id) => !defined.has(id)).map((id) => `${id}: named by an element, but not among the resources`),
    ...[...defined.keys()].filter((id) => !names.has(id)).map((id) => `${id}: among the resources, but named by no element`),
    ...[...defined.keys()].filter((id) => id.length > 32).map((id) => `${id}: a resource's id may have 32 characters`),
    ...icons.flatMap(({ children }) => {
      const sizes = children.map(({ attributes }) => attributes.size);
      return ['16', '32', '80'].every((size) => sizes.includes(size)) ? [] : ['Icon: sizes 16, 32 and 80 must be there'];
    }),
    ...icons.flatMap(({ children }) =>
      children.flatMap(({ attributes }) => {
        const address = defined.get(attributes.resid)?.attributes.DefaultValue ?? '';
        const bytes = address.startsWith(base) ? fileAt(address.slice(base.length)) : null;
        return bytes === null ? [] : edgeFaults(attributes.resid, address, bytes, Number(attributes.size));
      }),
    ),
  ];
}

/** Texts are there, in both languages, and no longer than Office shows. */
function textFaults(all) {
  const texts = all.filter(({ name, parent }) => name === 'DisplayName' || (name === 'Description' && parent?.name === 'OfficeApp') || name === 'String');
  return texts.flatMap((element) => {
    const where = element.attributes.id ?? element.name;
    const longest = LONGEST[element.name] ?? LONGEST[element.parent.name];
    const all = [element.attributes.DefaultValue ?? '', ...element.children.map(({ attributes }) => attributes.Value ?? '')];
    const locales = element.children.map(({ attributes }) => attributes.Locale);
    return [
      ...all.filter((text) => text === '' || text.length > longest).map((text) => `${where}: ${text.length} characters; between 1 and ${longest} are allowed`),
      ...OVERRIDES.filter((locale) => !locales.includes(locale)).map((locale) => `${where}: no text for ${locale}`),
    ];
  });
}
