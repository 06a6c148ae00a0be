import path from 'node:path';
import { UnreadableDocument } from './unreadable-document.js';

export type FileKind = 'text' | 'html' | 'docx' | 'pdf';

const starts = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Pictures, archives and programs that are mistaken for documents, by how they begin. */
const OTHERS: [signatures: string[], what: string][] = [
  [['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'], 'a picture; run text recognition on it and save the text'],
  [['Rar!', '7z\xbc\xaf', '\x1f\x8b'], 'an archive; unpack it and name the document in it'],
  [['MZ\x90', '\x7fELF'], 'a program, not a document'],
  [['{\\rtf'], 'an RTF document; save it as .docx'],
];

/** What a file is, by its content: names lie. Refuses what Planbook does not read and says what to do instead. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  const head = latin(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'docx';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new UnreadableDocument(
      latin(bytes).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e')
        ? 'protected by a password; save it without one'
        : 'an old .doc (or .wps, .xls) file; open it in Word or WPS and save it as .docx',
    );
  }
  const other = OTHERS.find(([signatures]) => signatures.some((signature) => head.startsWith(signature)));
  if (other) throw new UnreadableDocument(other[1]);
  const markup = /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<table[\s>]|<div[\s>]|<p[\s>]/iu.test(head.replaceAll('\0', ''));
  return markup || /\.x?html?$/iu.test(path.extname(name)) ? 'html' : 'text';
}
