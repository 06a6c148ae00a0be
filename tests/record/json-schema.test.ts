import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogueJsonSchema, recordJsonSchema } from '../../plan/record/json-schema.js';
import { catalogue } from '../seeds.js';

/** Editors complete from these files; `npm run planbook -- schema` writes them. */
test.each([
  ['seeds/plan.schema.json', recordJsonSchema(catalogue())],
  ['seeds/catalogue.schema.json', catalogueJsonSchema()],
])('%s is what the validator makes', (file, made) => {
  expect(readFileSync(file, 'utf8')).toBe(made);
});

test('an editor is offered every indicator of the catalogue', () => {
  const schema = JSON.parse(recordJsonSchema(catalogue())) as {
    properties: { figures: { anyOf: { items: { properties: { indicator: { enum: string[] } } } }[] } };
  };
  expect(schema.properties.figures.anyOf[0]?.items.properties.indicator.enum).toEqual(Object.keys(catalogue().indicators).sort());
});
