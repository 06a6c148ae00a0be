import fc from 'fast-check';

/** One change at a place told as a share of the whole, so that it fits whatever it is made to. */
export interface Mutation {
  at: number;
  length: number;
  with: string;
}

const SHARE = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** What breaks readers of text: signs of the language, other scripts, controls, numbers out of all range. */
const PIECES = fc.oneof(
  { weight: 3, arbitrary: fc.nat(9).map(String) },
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\t',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '|',
    '>',
    '?',
    '!',
    '%',
    '\u0000',
    '\u001b',
    '\ufeff',
    '\u202e',
    '𠮷',
    '，',
    '：',
  ),
  fc.constantFrom(
    'null',
    '1e999',
    '-0',
    'NaN',
    '1900',
    '9'.repeat(30),
    '0.1',
    '__proto__',
    'constructor',
    '年',
    '亿元',
    '%',
    '以上',
    '一/(一)/s1',
    '<',
    '>',
    '&',
    '/',
    '=',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

export const mutations = (most: number): fc.Arbitrary<Mutation[]> =>
  fc.array(fc.record({ at: SHARE, length: fc.oneof(fc.nat(1), fc.nat(12)), with: PIECES }), { minLength: 1, maxLength: most });

/** A text with stretches of it replaced. */
export const mutated = (text: string, changes: readonly Mutation[]): string =>
  changes.reduce((all, { at, length, with: piece }) => {
    const from = Math.floor(at * all.length);
    return all.slice(0, from) + piece + all.slice(from + length);
  }, text);

/** Digits of a text replaced by others: what has been mistyped, and is mostly still taken. */
export const digitChanges = (most: number): fc.Arbitrary<{ at: number; digit: number }[]> =>
  fc.array(fc.record({ at: SHARE, digit: fc.nat(9) }), { minLength: 1, maxLength: most });

export function mistyped(text: string, changes: readonly { at: number; digit: number }[]): string {
  const places = [...text.matchAll(/\d/gu)].map(({ index }) => index);
  return changes.reduce((all, { at, digit }) => {
    const place = places[Math.floor(at * places.length)];
    return place === undefined ? all : `${all.slice(0, place)}${digit}${all.slice(place + 1)}`;
  }, text);
}

/** A few per cent of a file's bytes, replaced, taken out or doubled. */
export const byteMutations: fc.Arbitrary<{ at: number; kind: 'set' | 'cut' | 'double'; byte: number; length: number }[]> = fc.array(
  fc.record({ at: SHARE, kind: fc.constantFrom('set', 'set', 'set', 'cut', 'double'), byte: fc.nat(255), length: fc.integer({ min: 1, max: 64 }) }),
  { minLength: 1, maxLength: 40 },
);

type ByteMutation = typeof byteMutations extends fc.Arbitrary<(infer One)[]> ? One : never;

/** `where` squeezes the places into a part of the file: its end holds a zip's directory. */
export function mutatedBytes(bytes: Uint8Array, changes: readonly ByteMutation[], where: [from: number, to: number] = [0, 1]): Uint8Array {
  let all = Buffer.from(bytes);
  for (const { at, kind, byte, length } of changes) {
    const place = Math.floor((where[0] + at * (where[1] - where[0])) * all.length);
    if (kind === 'set') all[place] = byte;
    else if (kind === 'cut') all = Buffer.concat([all.subarray(0, place), all.subarray(place + length)]);
    else all = Buffer.concat([all.subarray(0, place + length), all.subarray(place)]);
  }
  return all;
}
