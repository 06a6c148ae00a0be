import { READERS } from '../../generator/setup/readers.mjs';

const find = (name: string): string | null => READERS.find((reader) => reader.name === name)?.find() ?? null;

/** The program's path, or null where it is not on this machine. */
export const soffice = find('LibreOffice');
export const unoPython = find('LibreOffice for Python');
export const python = find('openpyxl');
export const chromium = find('Chromium');
