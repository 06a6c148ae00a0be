import type { draft as zh } from '../zh/draft.js';

/** Draft records: what was read from a document and what a person must look at. */
export const draft: Record<keyof typeof zh, string> = {
  'draft.head':
    'A draft read from the document: {figures} figures and {claims} claims; {review} of them are to review (their notes say why), and {aside} more cannot be listed yet, see the end.',
  'draft.how': 'Compare each with the document, then take the words “To review” out of its note. English names that nobody has written yet repeat the Chinese.',
  'draft.aside': 'What cannot be listed yet, and why (complete it and move it up):',
  'draft.proposals': 'Indicators proposed for the catalogue (catalogue.yaml); settle their ids, English names and definitions:',
  'draft.to-review': 'To review: {reason}',
  'draft.unsure': 'not certain when read',
  'draft.not-found': 'not found in the document; fill it in',
  'draft.namesakes': 'several places have this name; choose: {places}',
  'draft.no-code': 'the table of GB/T 2260 codes has no “{place}”; check it',
  'draft.grade': 'check the grade of the source: official, official reprint (official-reprint) or third party (third-party)',
  'draft.no-indicator': 'the catalogue has no “{name}”',
  'draft.no-number': '“{printed}” is not a single number, or its unit is unknown',
  'draft.other-unit': 'the unit {unit} does not convert into {wanted}, the unit of the indicator',
  'draft.no-claim': 'no number of a claim of this kind can be read in “{printed}”',
  'draft.no-parts': 'the whole or the parts of this sum are not settled',
  'draft.refused': '{message}',
  'draft.fill-in': 'fill this in',
  'draft.place-read': 'read as “{read}” and taken for “{place}”',
};
