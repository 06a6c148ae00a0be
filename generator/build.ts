import { VERSION } from './version.js';

/** A hash of the bundle, which `start` hands over; there is none where the sources run unbundled. */
declare const PLANBOOK_BUILD: string | undefined;

/** Planbook's version and code: what another build has made may differ, though every input is the same. */
export const BUILD = `${VERSION} ${typeof PLANBOOK_BUILD === 'string' ? PLANBOOK_BUILD : 'unbundled'}`;
