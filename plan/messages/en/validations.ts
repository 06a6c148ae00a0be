import type { validations as zh } from '../zh/validations.js';

/** What Excel says where an entry is refused. */
export const validations: Record<keyof typeof zh, string> = {
  'validation.number.title': 'A number, please',
  'validation.number.text': 'Enter a number in the unit of the Unit column, or leave the cell blank.',
  'validation.year.title': 'A year, please',
  'validation.year.text': 'Enter a year of four digits, such as 2020.',
  'validation.stage.title': 'Please choose',
  'validation.stage.text': 'Choose the data status from the list.',
  'validation.date.title': 'A date, please',
  'validation.date.text': 'Enter a date such as 2024-03-31.',
  'validation.remark.title': 'Remark',
  'validation.remark.text': 'A remark of up to 500 characters.',
  'validation.share.title': 'A number from 0 to 1',
  'validation.share.text': 'Enter a number from 0 to 1, such as 0.95.',
  'validation.disposition.title': 'Please choose',
  'validation.disposition.text': 'Choose a disposition from the list.',
};
