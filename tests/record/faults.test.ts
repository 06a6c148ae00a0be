import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../plan/record/fault.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { parsePlan } from '../../plan/record/parse-plan.js';

const fixture = (name: string): string => readFileSync(path.join('tests/fixtures/records', name), 'utf8');
const RECORD = fixture('somewhere-2021-2025.yaml');
const CATALOGUE = fixture('catalogue.yaml');
const { value: catalogue, faults: none } = parseCatalogue('catalogue.yaml', CATALOGUE);
if (!catalogue) throw new Error(none.map(formatFault).join('\n'));

const recordFaults = (text: string): string[] => parsePlan('r.yaml', text, catalogue).faults.map(formatFault);
const catalogueFaults = (text: string): string[] => parseCatalogue('c.yaml', text).faults.map(formatFault);

/** The text with one thing wrong in it. */
function change(text: string, find: string, replacement: string): string {
  if (text.split(find).length !== 2) throw new Error(`${find} must stand in the fixture once`);
  return text.replace(find, () => replacement);
}

it('the fixtures themselves have no fault', () => {
  expect(recordFaults(RECORD)).toEqual([]);
  expect(catalogueFaults(CATALOGUE)).toEqual([]);
});

/** What is wrong, the right text, the wrong text, and every line the reader sees. */
type Case = [what: string, find: string, replacement: string, faults: string[]];

const FIGURE = 'indicator: rd-intensity, year: 2025, printed: 2.5%';

describe('the shape of a record', () => {
  it.each<Case>([
    [
      'an unknown key',
      'issuer: null',
      'isuer: null',
      ['r.yaml:2:1: issuer: missing; it must be given', 'r.yaml:6:1: isuer: unknown key; remove it or correct its spelling'],
    ],
    ['an unknown key in a figure', FIGURE, `${FIGURE}, prited: x`, ['r.yaml:19:58: figures[1].prited: unknown key; remove it or correct its spelling']],
    ['a missing key', 'issued: "2021-11"\n', '', ['r.yaml:2:1: issued: missing; it must be given']],
    ['a missing key of a figure', 'indicator: rd-intensity, ', '', ['r.yaml:19:5: figures[1].indicator: missing; it must be given']],
    ['another format', 'contract: 1', 'contract: 2', ['r.yaml:2:11: contract: expected 1, found 2']],
    ['text for a number', 'baseYear: 2020', 'baseYear: none', ['r.yaml:8:11: baseYear: expected a number, found "none"']],
    ['a broken year', 'lastYear: 2025', 'lastYear: 2025.5', ['r.yaml:10:11: lastYear: expected a whole number, found 2025.5']],
    ['a number for text', 'document: somewhere.txt', 'document: 7', ['r.yaml:12:13: source.document: expected text, found 7']],
    ['nothing where text must be', 'document: somewhere.txt', 'document:', ['r.yaml:12:12: source.document: expected text, found nothing (null)']],
    [
      'a list for a group of keys',
      "title: {zh: 某市“十四五”科技创新规划, en: Somewhere's plan}",
      'title: [a, b]',
      ['r.yaml:4:8: title: expected a group of keys, found a list'],
    ],
    ['a group of keys for text', 'printed: 17个部门', 'printed: {a: 1}', ['r.yaml:34:15: leftOut[0].printed: expected text, found a group of keys']],
    ['text for a list', 'parts: [listed-high-tech-enterprises||2020]', 'parts: all', ['r.yaml:31:12: claims[1].parts: expected a list, found "all"']],
    [
      'an unknown level',
      'level: prefecture',
      'level: city',
      ['r.yaml:5:39: place.level: expected province or prefecture or county or zone or cluster, found "city"'],
    ],
    [
      'an unknown grade',
      'grade: third-party',
      'grade: good',
      ['r.yaml:14:10: source.grade: expected official or official-reprint or third-party, found "good"'],
    ],
    [
      'an unknown kind of claim',
      'kind: growth',
      'kind: grows',
      ['r.yaml:24:12: claims[0].kind: expected growth or average-growth or multiple or doubling or increment or share-change or rank or sum, found "grows"'],
    ],
    [
      'an unknown reason',
      'why: count',
      'why: because',
      [
        'r.yaml:34:42: leftOut[0].why: expected budget or document or date or area or name or policy or phone or clause or count or research or other, found "because"',
      ],
    ],
    [
      'a date without quotes or sense',
      '"2021-11"',
      '2021/11',
      ['r.yaml:7:9: issued: expected a date in quotes: "2021", "2021-11" or "2021-11-25", found "2021/11"'],
    ],
    ['a code too short', '"999900"', '"9999"', ['r.yaml:5:57: place.code: expected a GB/T 2260 code of six digits in quotes, such as "430900", found "9999"']],
    ['a code without quotes', '"999900"', '999900', ['r.yaml:5:57: place.code: expected text, found 999900']],
    [
      'a hash too short',
      'abc4567890123456789012345678901234567890123456789012345678901234',
      'abc',
      ['r.yaml:13:11: source.sha256: expected the SHA-256 of the document, 64 hexadecimal digits, found "abc"'],
    ],
    [
      'a locator with white space',
      'at: 一/(四)/s2',
      'at: 一 (四)',
      [
        'r.yaml:19:62: figures[1].at: expected a locator of heading labels and sentence number, such as 一/(四)/s6; 一/(四) for the heading itself, found "一 (四)"',
      ],
    ],
    ['a year out of range', 'firstYear: 2021', 'firstYear: 1821', ['r.yaml:9:12: firstYear: expected a year from 1900 to 2100, found 1821']],
    [
      "a figure's year out of range",
      FIGURE,
      FIGURE.replace('2025', '20255'),
      ['r.yaml:19:37: figures[1].year: expected a year from 1900 to 2100, found 20255'],
    ],
  ])('%s', (_, find, replacement, faults) => {
    expect(recordFaults(change(RECORD, find, replacement))).toEqual(faults);
  });

  it.each(['../x', 'a/b', 'a\\b', '..', 'C:x', 'a b', 'Öl', '-a', 'a--b', 'a.yaml', 'a\u0000b'])('an id that is no plain name: %j', (id) => {
    const shown = JSON.stringify(id);
    expect(recordFaults(change(RECORD, 'id: somewhere-2021-2025', `id: ${shown}`))).toEqual([
      `r.yaml:3:5: id: expected lower-case letters, digits and single hyphens, such as high-tech-enterprises, found ${shown}`,
    ]);
  });
});

describe('what a record says', () => {
  it.each<Case>([
    [
      'an unknown indicator',
      FIGURE,
      FIGURE.replace('rd-intensity', 'rd-intensty'),
      ['r.yaml:19:17: figures[1].indicator: unknown indicator rd-intensty; add it to the catalogue or correct its spelling'],
    ],
    [
      'an indicator named like a part of every object',
      FIGURE,
      FIGURE.replace('rd-intensity', 'constructor'),
      ['r.yaml:19:17: figures[1].indicator: unknown indicator constructor; add it to the catalogue or correct its spelling'],
    ],
    [
      'an unknown unit',
      '2.5%',
      '2.5级',
      ['r.yaml:19:52: figures[1].printed: cannot read a number with a known unit in "2.5级"; give the fragment as printed, or its unit under unit'],
    ],
    [
      'a number that cannot be read',
      '34.94亿元',
      '三十多个亿',
      ['r.yaml:18:54: figures[0].printed: cannot read a number with a known unit in "三十多个亿"; give the fragment as printed, or its unit under unit'],
    ],
    ['a unit of something else', '2.5%', '2.5亿元', ['r.yaml:19:52: figures[1].printed: unit 亿元 does not measure rd-intensity, which is told in %']],
    [
      'a unit that the print contradicts',
      'printed: 2.5%',
      'printed: 2.5%, unit: 亿元',
      ['r.yaml:19:52: figures[1].printed: cannot read a number with a known unit in "2.5%"; give the fragment as printed, or its unit under unit'],
    ],
    ['a claim that cannot be read', '增长173%', '大幅增长', ['r.yaml:24:78: claims[0].printed: cannot read a claim of kind growth in "大幅增长"']],
    [
      'no role where the year is masked',
      'year: 2025, printed: 2.5%',
      'year: null, printed: 2.5%',
      ['r.yaml:19:5: figures[1].role: missing; a figure needs its role where its year or the base year is null'],
    ],
    ['a scope that is not declared', 'scope: north', 'scope: south', ['r.yaml:21:47: figures[3].scope: unknown scope south; declare it under scopes']],
    ['a first year after the last', 'firstYear: 2021', 'firstYear: 2026', ['r.yaml:10:11: lastYear: the last year 2025 lies before the first, 2026']],
    ["a base year after the plan's last", 'baseYear: 2020', 'baseYear: 2026', ["r.yaml:8:11: baseYear: the base year 2026 lies after the plan's last, 2025"]],
    [
      'an accumulation from a later year',
      'year: 2025, printed',
      'from: 2026, year: 2025, printed',
      ["r.yaml:19:37: figures[1].from: lies after the figure's year"],
    ],
    [
      'one figure told as baseline and as target',
      '100家, at: 一/(一)/s14}',
      '100家, at: 一/(一)/s14}\n  - {indicator: rd-expenditure, year: 2020, role: target, printed: 35亿元, at: 一/(二)/s1}',
      ['r.yaml:22:51: figures[4].role: rd-expenditure||2020 is told above as baseline, here as target'],
    ],
    [
      'an unknown figure as the whole of a sum',
      'whole: high-tech-enterprises||2020',
      'whole: high-tech-enterprises||2021',
      ['r.yaml:30:12: claims[1].whole: no figure of this record has the key high-tech-enterprises||2021; see figures for its indicator, scope and year'],
    ],
    [
      'an unknown figure as a part of a sum',
      '[listed-high-tech-enterprises||2020]',
      '[listed-high-tech-enterprises||2020, rd-intensity||2020]',
      ['r.yaml:31:49: claims[1].parts[1]: no figure of this record has the key rd-intensity||2020; see figures for its indicator, scope and year'],
    ],
    ['a sum without a whole', '    whole: high-tech-enterprises||2020\n', '', ['r.yaml:25:5: claims[1].whole: missing; a sum names its whole by figure key']],
    ['a sum without parts', '[listed-high-tech-enterprises||2020]', '[]', ['r.yaml:31:12: claims[1].parts: missing; a sum names its parts by figure keys']],
    [
      'a whole that is no key',
      'whole: high-tech-enterprises||2020',
      'whole: high-tech-enterprises',
      ['r.yaml:30:12: claims[1].whole: expected a figure key indicator|scope|year, such as rd-expenditure||2020, found "high-tech-enterprises"'],
    ],
  ])('%s', (_, find, replacement, faults) => {
    expect(recordFaults(change(RECORD, find, replacement))).toEqual(faults);
  });

  it('a claim that ends before it begins', () => {
    const [fault, ...others] = recordFaults(change(RECORD, 'from: 2015, to: 2020', 'from: 2020, to: 2015'));
    expect(fault).toBe("r.yaml:24:53: claims[0].from: lies after the claim's last year");
    expect(others).toEqual([]);
  });

  it('every fault is told, not only the first', () => {
    const text = change(change(RECORD, '2.5%', '2.5级'), 'scope: north', 'scope: south');
    expect(recordFaults(text).map((line) => line.slice(0, 12))).toEqual(['r.yaml:19:52', 'r.yaml:21:47']);
  });
});

describe('the text of a record', () => {
  it.each<Case>([
    [
      'a bracket left open',
      'en: North District, relation: part}',
      'en: North District, relation: part',
      ['r.yaml:17:1: not valid YAML: Flow map in block collection must be sufficiently indented and end with a }'],
    ],
    ['a quotation mark left open', 'issued: "2021-11"', 'issued: "2021-11', ['r.yaml:35:1: not valid YAML: Missing closing "quote']],
    ['tabs for indentation', '  document: somewhere.txt', '\tdocument: somewhere.txt', ['r.yaml:12:1: not valid YAML: Tabs are not allowed as indentation']],
    ['a key given twice', 'issuer: null\n', 'issuer: null\nissuer: null\n', ['r.yaml:7:1: not valid YAML: Map keys must be unique']],
    ['a key given twice in a figure', FIGURE, `${FIGURE}, year: 2024`, ['r.yaml:19:58: not valid YAML: Map keys must be unique']],
    ['a second document', 'issuer: null\n', 'issuer: null\n---\n', ['r.yaml:7:1: not valid YAML: a file holds one document; remove the line of three hyphens']],
  ])('%s', (_, find, replacement, faults) => {
    expect(recordFaults(change(RECORD, find, replacement))).toEqual(faults);
  });

  it('aliases that multiply are refused before they do', () => {
    const levels = Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(', ')}]`);
    const started = performance.now();
    expect(recordFaults(['a0: &a0 [lol]', ...levels].join('\n'))).toEqual(['r.yaml:1:1: too many YAML aliases; write the values out']);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('three megabytes are refused before they are parsed', () => {
    const started = performance.now();
    expect(recordFaults(RECORD + '# a comment\n'.repeat(250_000))).toEqual(['r.yaml: longer than 2 million characters; split it into one record a plan']);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('more figures than a workbook can be read back with are refused at their place', () => {
    const one = '  - { indicator: rd-expenditure, year: 2020, printed: 34.94亿元, at: s1 }\n';
    const [head = ''] = RECORD.split(/^figures:\n/mu);
    const line = head.split('\n').length;
    expect(recordFaults(`${head}figures:\n${one.repeat(10_001)}`)).toEqual([
      `r.yaml:${line + 1}:3: figures: 10001 entries, of at most 10000; more make a workbook too large to be read back; make a record of each part of the plan`,
    ]);
  });

  it.each([
    ['an empty file', '', 'r.yaml:1:1: expected a group of keys, found nothing (null)'],
    ['only comments', '# nothing yet\n', 'r.yaml:1:1: expected a group of keys, found nothing (null)'],
    ['a list instead of a map', '- a\n- b\n', 'r.yaml:1:1: expected a group of keys, found a list'],
    ['one word', 'hello', 'r.yaml:1:1: expected a group of keys, found "hello"'],
  ])('%s', (_, text, fault) => {
    expect(recordFaults(text)).toEqual([fault]);
  });
});

describe('the catalogue', () => {
  it.each<Case>([
    ['an unknown key', 'flow: true', 'flows: true', ['c.yaml:9:5: indicators.rd-expenditure.flows: unknown key; remove it or correct its spelling']],
    ['an unknown unit', 'unit: 亿元', 'unit: 亿美元', ['c.yaml:7:11: indicators.rd-expenditure.unit: unknown unit 亿美元; use one such as 亿元, %, 家, 件']],
    [
      'an unknown kind',
      'kind: amount',
      'kind: sum',
      ['c.yaml:8:11: indicators.rd-expenditure.kind: expected amount or count or ratio or per-capita or rate or rank, found "sum"'],
    ],
    [
      'a missing definition',
      '    definition: {zh: 研发经费支出与地区生产总值之比, en: R&D expenditure over GDP}\n',
      '',
      ['c.yaml:15:5: indicators.rd-intensity.definition: missing; it must be given'],
    ],
    [
      'an id in capitals',
      '  rd-intensity:\n',
      '  RD-intensity:\n',
      ['c.yaml:14:3: indicators.RD-intensity: a key must be lower-case letters, digits and single hyphens'],
    ],
    [
      'an unknown indicator it is a part of',
      'partOf: high-tech-enterprises',
      'partOf: enterprises',
      ['c.yaml:36:13: indicators.listed-high-tech-enterprises.partOf: unknown indicator enterprises; add it to the catalogue or correct its spelling'],
    ],
    [
      'an unknown numerator',
      'of: rd-expenditure',
      'of: spending',
      ['c.yaml:21:9: indicators.rd-intensity.of: unknown indicator spending; add it to the catalogue or correct its spelling'],
    ],
    [
      'an unknown look-alike',
      'id: rd-intensity',
      'id: intensity',
      ['c.yaml:13:14: indicators.rd-expenditure.lookAlikes[0].id: unknown indicator intensity; add it to the catalogue or correct its spelling'],
    ],
    [
      'a look-alike named like a part of every object',
      'id: rd-intensity',
      'id: constructor',
      ['c.yaml:13:14: indicators.rd-expenditure.lookAlikes[0].id: unknown indicator constructor; add it to the catalogue or correct its spelling'],
    ],
    ['an id given twice', '  rd-intensity:\n', '  rd-expenditure:\n', ['c.yaml:14:3: not valid YAML: Map keys must be unique']],
  ])('%s', (_, find, replacement, faults) => {
    expect(catalogueFaults(change(CATALOGUE, find, replacement))).toEqual(faults);
  });
});
