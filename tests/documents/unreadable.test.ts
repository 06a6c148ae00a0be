import { closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../generator/documents/read-document.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { docx, packedDocx, pdf } from './made-documents.js';
import { read } from './read-made.js';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => ((index * 2654435761) >>> 13) & 0xff || 1);

describe('a document that cannot be read says why and what to do', () => {
  test.each<[string, string, Uint8Array | string, string]>([
    ['an empty file', 'plan.txt', '', 'empty'],
    ['a text of white space', 'plan.txt', ' \n\u3000\n', 'holds no text'],
    ['a page without text', 'plan.html', '<html><body><img src="a.png"></body></html>', 'holds no text'],
    ['a .docx without text', 'plan.docx', docx(''), 'holds no text'],
    ['a binary named .txt', 'plan.txt', Uint8Array.from({ length: 4096 }, (_, index) => index % 7), 'not a text: it holds bytes'],
    ['noise named .txt', 'plan.txt', noise(4096), 'not a text'],
    ['a picture named .txt', 'plan.txt', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'a picture'],
    ['an old .doc', 'plan.doc', Uint8Array.from([...OLE, ...new Uint8Array(600)]), 'an old .doc'],
    [
      'a .docx with a password',
      'plan.docx',
      Buffer.concat([Uint8Array.from(OLE), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le')]),
      'protected by a password',
    ],
    ['a PDF with a password', 'plan.pdf', pdf([[[72, 700, '目标']]], { locked: true }), 'protected by a password'],
    ['a PDF of pictures', 'plan.pdf', pdf([[], []]), 'holds pictures of pages and no text'],
    ['a PDF cut short', 'plan.pdf', '%PDF-1.4\n1 0 obj', 'a damaged PDF'],
    ['a workbook named .docx', 'plan.docx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'no .docx'],
    ['a .docx cut short', 'plan.docx', docx('目标').subarray(0, 200), 'a damaged .docx'],
    ['a .docx whose text is no XML', 'plan.docx', packedDocx('<w:p><w:r><w:t>目标'), 'a damaged .docx'],
    ['a .docx that unpacks to 200 MB', 'plan.docx', zipSync({ 'word/document.xml': new Uint8Array(200e6) }), 'unpacks to more than 96 MB'],
    [
      'a .docx with entities of its own',
      'plan.docx',
      packedDocx('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>', '<!DOCTYPE d [<!ENTITY a "aaaa">]>'),
      'declares a document type',
    ],
    ['an RTF', 'plan.doc', '{\\rtf1 plan}', 'an RTF document; save it as .docx'],
  ])('%s', async (_, name, content, reason) => {
    await expect(read(name, content)).rejects.toThrow(reason);
    await expect(read(name, content)).rejects.toMatchObject({ name: 'UnreadableDocument', message: expect.not.stringContaining('\n') as string });
  });

  test('a file that is not there, a folder, half a gigabyte', () =>
    inTemporaryFolder(async (folder) => {
      await expect(readDocument(path.join(folder, 'gone.txt'))).rejects.toThrow('no such file');
      mkdirSync(path.join(folder, 'plans.txt'));
      await expect(readDocument(path.join(folder, 'plans.txt'))).rejects.toThrow('a folder; name the documents in it');
      const large = openSync(path.join(folder, 'large.txt'), 'w');
      ftruncateSync(large, 500e6);
      closeSync(large);
      await expect(readDocument(path.join(folder, 'large.txt'))).rejects.toThrow('larger than 64 MB');
    }));
});
