import { z } from 'zod';
import { type Catalogue, catalogueSchema, recordSchema } from './schema.js';

/** The JSON Schema of plan records, for completion in an editor; made from the validator, with the catalogue's ids as the choices of `indicator`. */
export function recordJsonSchema({ indicators }: Catalogue): string {
  const schema = z.toJSONSchema(recordSchema, { io: 'input', target: 'draft-7' });
  const ids = Object.keys(indicators).sort();
  return print(schema, (key, value) => (key === 'indicator' && typeof value === 'object' ? { ...value, enum: ids } : value));
}

/** The JSON Schema of the catalogue. */
export const catalogueJsonSchema = (): string => print(z.toJSONSchema(catalogueSchema, { io: 'input', target: 'draft-7' }));

const print = (schema: object, replacer?: (key: string, value: object | string) => unknown): string => `${JSON.stringify(schema, replacer, 2)}\n`;
