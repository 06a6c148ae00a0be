import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inTemporaryFolder } from '../readers/temporary-folder.js';
import { filesBelow, planbook } from './planbook.js';

const ID = 'lishui-2021-2025';

describe('planbook new', () => {
  test('a starter record: generate then names each line still to be written, and no other', () => {
    inTemporaryFolder((folder) => {
      writeFileSync(path.join(folder, 'catalogue.yaml'), readFileSync('seeds/catalogue.yaml'));
      expect(planbook(folder, 'new', ID, '--out', '.')).toEqual({ status: 0, stdout: `${ID}.yaml\n`, complaints: [] });
      const { status, complaints } = planbook(folder, 'generate', '.');
      expect(status).toBe(2);
      expect(complaints.map((line) => /^lishui-2021-2025\.yaml:\d+:\d+: ([\w.]+): expected/u.exec(line)?.[1] ?? line)).toEqual([
        'title.zh',
        'title.en',
        'place.zh',
        'place.en',
        'place.level',
        'source.document',
        'source.sha256',
      ]);
    });
  });

  test('a document gives its name and SHA-256', () => {
    inTemporaryFolder((folder) => {
      writeFileSync(path.join(folder, 'plan.txt'), '规划');
      expect(planbook(folder, 'new', ID, '--document', 'plan.txt', '--out', 'records').status).toBe(0);
      const record = readFileSync(path.join(folder, 'records', `${ID}.yaml`), 'utf8');
      expect(record).toContain('document: "plan.txt"');
      expect(record).toContain(`sha256: ${createHash('sha256').update('规划').digest('hex')}`);
    });
  });

  test.each([
    ['an id that is none', ['new', '../lishui-2021-2025'], /^\.\.\/lishui-2021-2025: not an id; /u],
    ['an id without years', ['new', 'lishui'], /^lishui: not an id; /u],
    ['a document that is not there', ['new', ID, '--document', 'gone.txt'], /^gone\.txt: ENOENT; /u],
  ])('%s: one line, exit 2, nothing written', (_, options, line) => {
    inTemporaryFolder((folder) => {
      const { status, complaints } = planbook(folder, ...options);
      expect(status).toBe(2);
      expect(complaints).toEqual([expect.stringMatching(line)]);
      expect(filesBelow(folder)).toEqual([]);
    });
  });

  test('a record that is there is not replaced, unless told to', () => {
    inTemporaryFolder((folder) => {
      writeFileSync(path.join(folder, `${ID}.yaml`), 'mine');
      expect(planbook(folder, 'new', ID, '--out', '.')).toMatchObject({ status: 2, complaints: [expect.stringContaining('is there already')] });
      expect(readFileSync(path.join(folder, `${ID}.yaml`), 'utf8')).toBe('mine');
      expect(planbook(folder, 'new', ID, '--out', '.', '--force').status).toBe(0);
    });
  });
});
