import type { extract as zh } from '../zh/extract.js';

export const extract: Record<keyof typeof zh, string> = {
  'extract.no-subject': 'What the number measures was not found',
  'extract.unknown-indicator': 'The catalogue has no indicator named “{name}”',
  'extract.carried-subject': 'The sentence leaves its indicator out; taken from before: “{name}”',
  'extract.joined-subject': 'The name is put together from words around the number: {name}',
  'extract.bare-name': '“{name}” does not say of what area; it may be of some enterprises or a zone alone',
  'extract.unit-differs': 'The unit {unit} cannot be converted to the indicator’s unit {expected}',
  'extract.unit-completed': 'The print cuts its unit short; completed to {unit}',
  'extract.no-year': 'The document gives no year',
  'extract.assumed-year': 'The year is not printed; assumed from the part of the document',
  'extract.carried-year': 'The year was named in an earlier sentence',
  'extract.open-period': 'Added up since a year; that it ends in the base year is assumed',
  'extract.scope': 'The number belongs to “{scope}”; check the scope',
  'extract.two-values': 'Another value for the same indicator and year: {other}',
  'extract.numeral': 'Read from Chinese numerals',
  'extract.damaged': 'The sentence has damaged characters',
  'extract.past-aim': 'An aim whose year is not after the base year',
  'extract.out-of-bounds': 'A share outside 0 to 100',
  'extract.table': 'From a table whose column heading is incomplete: {column}',
  'extract.parts': 'That these are its parts is told by one word only; check it',
};
