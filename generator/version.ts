import manifest from '../package.json';

/** Planbook's version, written into every workbook. */
export const VERSION = manifest.version;
