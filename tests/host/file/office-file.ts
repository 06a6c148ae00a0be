import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { elements, node, parseNode, writePart, type XmlNode } from './xml-node.js';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = '[Content_Types].xml';

export interface Relationship {
  id: string;
  type: string;
  target: string;
}

/** The parts of an .xlsx file. What is not set anew keeps its bytes. */
export class OfficeFile {
  private readonly parts: Map<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.parts = new Map(Object.entries(unzipSync(bytes)));
  }

  names(): string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  text(name: string): string {
    const bytes = this.parts.get(name);
    if (!bytes) throw new Error(`the file has no part ${name}`);
    return strFromU8(bytes);
  }

  node(name: string): XmlNode {
    return parseNode(this.text(name));
  }

  set(name: string, text: string): void {
    this.parts.set(name, strToU8(text));
  }

  delete(name: string): void {
    this.parts.delete(name);
    this.editTypes((types) => (types.children = types.children.filter((each) => typeof each === 'string' || each.attributes['PartName'] !== `/${name}`)));
  }

  /** Adds a part with its content type. */
  add(name: string, contentType: string, text: string): void {
    this.set(name, text);
    this.editTypes((types) => types.children.push(node('Override', { PartName: `/${name}`, ContentType: contentType })));
  }

  /** A name that is free: xl/charts/chart3.xml. */
  freeName(before: string, after: string): string {
    for (let number = 1; ; number += 1) if (!this.parts.has(`${before}${number}${after}`)) return `${before}${number}${after}`;
  }

  relationships(part: string): Relationship[] {
    const name = relationshipsOf(part);
    if (!this.parts.has(name)) return [];
    return elements(this.node(name)).map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: attributes['Type'] ?? '',
      target: resolve(part, attributes['Target'] ?? ''),
    }));
  }

  /** Relates a part to another and tells the id. */
  relate(part: string, type: string, target: string): string {
    const name = relationshipsOf(part);
    const root = this.parts.has(name) ? this.node(name) : node('Relationships', { xmlns: RELATIONSHIPS });
    const taken = new Set(elements(root).map(({ attributes }) => attributes['Id']));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    root.children.push(node('Relationship', { Id: `rId${number}`, Type: type, Target: `/${target}` }));
    this.set(name, writePart(root));
    return `rId${number}`;
  }

  unrelate(part: string, target: string): void {
    const name = relationshipsOf(part);
    if (!this.parts.has(name)) return;
    const root = this.node(name);
    root.children = root.children.filter((each) => typeof each === 'string' || resolve(part, each.attributes['Target'] ?? '') !== target);
    if (elements(root).length > 0) this.set(name, writePart(root));
    else this.parts.delete(name);
  }

  bytes(): Uint8Array {
    const files: Zippable = {};
    for (const [name, content] of this.parts) files[name] = [content, { level: 1, mtime: '1980-01-01T00:00:00' }];
    return zipSync(files);
  }

  private editTypes(edit: (types: XmlNode) => unknown): void {
    const types = this.node(TYPES);
    edit(types);
    this.set(TYPES, writePart(types));
  }
}

const relationshipsOf = (part: string): string => (part === '' ? '_rels/.rels' : part.replace(/([^/]*)$/u, '_rels/$1.rels'));

function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}
