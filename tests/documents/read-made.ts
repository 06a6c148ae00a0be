import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ReadDocument, readDocument } from '../../generator/documents/read-document.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';

/** Reads a document of that name and content, in a folder of its own. */
export const read = (name: string, content: string | Uint8Array): Promise<ReadDocument> =>
  inTemporaryFolder((folder) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return readDocument(file);
  });
