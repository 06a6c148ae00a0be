import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatFault } from '../../plan/record/fault.js';
import { catalogueJsonSchema, recordJsonSchema } from '../../plan/record/json-schema.js';
import { parseCatalogue } from '../../plan/record/parse-catalogue.js';
import { EXIT, type Output } from './output.js';
import { reasonOf, writeFileWhole } from './write-file.js';

/** `planbook schema`: the JSON Schemas that editors complete records with, beside the catalogue they are made from. */
export function writeSchemas(folder: string, output: Output): number {
  const catalogueFile = path.join(folder, 'catalogue.yaml');
  try {
    const { value, faults } = parseCatalogue(catalogueFile, readFileSync(catalogueFile, 'utf8'));
    output.complain(faults.map(formatFault));
    if (value === null) return EXIT.unusable;
    const files = [
      { file: path.join(folder, 'plan.schema.json'), text: recordJsonSchema(value) },
      { file: path.join(folder, 'catalogue.schema.json'), text: catalogueJsonSchema() },
    ];
    for (const { file, text } of files) writeFileWhole(file, Buffer.from(text));
    output.print(files.map(({ file }) => file).join('\n'));
    return EXIT.fine;
  } catch (error) {
    output.complain([`${catalogueFile}: ${reasonOf(error)}; name the folder that holds the catalogue`]);
    return EXIT.unusable;
  }
}
