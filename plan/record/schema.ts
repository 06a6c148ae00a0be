import { z } from 'zod';
import { CLAIM_KINDS } from '../number/parse-claim.js';

/** The format of records and the catalogue; a record of another format is refused, never guessed at. */
export const RECORD_CONTRACT = 1;

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'lower-case letters, digits and single hyphens, such as high-tech-enterprises');
const year = z.int().min(1900, 'a year from 1900 to 2100').max(2100, 'a year from 1900 to 2100');
/** Line ends and tabs aside, no character that a workbook cannot hold: it would come back as another. */
// eslint-disable-next-line no-control-regex -- these are the characters to be kept out
const WRITABLE = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]*$/u;
const text = z.string().min(1, 'some text').max(2000, 'at most 2000 characters').regex(WRITABLE, 'text without control characters');
const both = z.strictObject({ zh: text, en: text });
const code = z.string().regex(/^\d{6}$/u, 'a GB/T 2260 code of six digits in quotes, such as "430900"');
const date = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'a date in quotes: "2021", "2021-11" or "2021-11-25"');
const locator = z
  .string()
  .regex(
    /^(?:s[1-9]\d*|[一二三四五六七八九十]+(?:\/\([一二三四五六七八九十]+\))?(?:\/[1-9]\d*)?(?:\/s[1-9]\d*)?)$/u,
    'a locator of heading labels and sentence number, such as 一/(四)/s6; 一/(四) for the heading itself',
  );
const printed = z.string().min(1, 'the number as printed').max(60, 'only the fragment that holds the number, at most 60 characters');
const key = z
  .string()
  .regex(/^[a-z0-9-]+\|[a-z0-9-]*\|(?:\d{4}(?:-\d{4})?|history|baseline|target|vision)$/u, 'a figure key indicator|scope|year, such as rd-expenditure||2020');
const role = z.enum(['history', 'baseline', 'target', 'vision']);

const place = z.strictObject({
  ...both.shape,
  level: z.enum(['province', 'prefecture', 'county', 'zone', 'cluster']),
  code: code.optional(),
  parent: z.strictObject({ ...both.shape, code: code.optional() }).optional(),
  members: z.array(z.strictObject({ ...both.shape, code: code.optional() })).optional(),
});

const source = z.strictObject({
  document: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/u, 'the SHA-256 of the document, 64 hexadecimal digits'),
  grade: z.enum(['official', 'official-reprint', 'third-party']),
  posted: date.optional(),
  note: both.optional(),
  missing: z.array(z.strictObject({ what: both, at: locator, lost: z.enum(['scrape', 'plan']), note: both.optional() })).default([]),
});

const scope = z.strictObject({ ...both.shape, relation: z.enum(['part', 'above', 'other']), code: code.optional() });

const figure = z.strictObject({
  indicator: slug,
  scope: slug.optional(),
  year: year.nullable(),
  from: year.optional(),
  role: role.optional(),
  printed,
  unit: text.optional(),
  at: locator,
  estimated: z.boolean().optional(),
  guess: year.optional(),
  every: z.literal('year').optional(),
  note: both.optional(),
});

const claim = z.strictObject({
  kind: z.enum(CLAIM_KINDS),
  indicator: slug,
  scope: slug.optional(),
  from: year.nullable().optional(),
  to: year.nullable().optional(),
  printed,
  unit: text.optional(),
  at: locator,
  among: both.optional(),
  whole: key.optional(),
  parts: z.array(key).optional(),
  complete: z.boolean().optional(),
  guess: year.optional(),
  note: both.optional(),
});

/** Why a number of the document is no indicator figure. */
const leftOut = z.strictObject({
  printed,
  at: locator,
  why: z.enum(['budget', 'document', 'date', 'area', 'name', 'policy', 'phone', 'clause', 'count', 'research', 'other']),
  note: both.optional(),
});

const context = z.strictObject({ indicator: slug, year, printed, unit: text.optional(), source: both, vintage: text.optional() });

const fact = z.strictObject({
  binding: z.enum(['binding', 'expected']).optional(),
  responsible: both.optional(),
  priceBasis: z.enum(['current', 'constant']).optional(),
});

/** A list that may be left empty: with nothing under its key, or without the key. */
const list = <S extends z.ZodType>(item: S): z.ZodDefault<z.ZodPipe<z.ZodNullable<z.ZodArray<S>>, z.ZodTransform<z.output<S>[], z.output<S>[] | null>>> =>
  z
    .array(item)
    .nullable()
    .transform((items) => items ?? [])
    .default([]);

/** A plan record as it is written: seeds/<place>-<from>-<to>.yaml. */
export const recordSchema = z.strictObject({
  contract: z.literal(RECORD_CONTRACT),
  id: slug,
  title: both,
  place,
  issuer: both.nullable(),
  issued: date.nullable(),
  baseYear: year.nullable(),
  baseYearGuess: year.optional(),
  firstYear: year,
  lastYear: year,
  source,
  scopes: z.record(slug, scope).default({}),
  indicators: z.record(slug, fact).default({}),
  figures: list(figure),
  claims: list(claim),
  leftOut: list(leftOut),
  context: list(context),
});
export type Record = z.infer<typeof recordSchema>;

/** One indicator of the catalogue, without its id. */
export const indicatorSchema = z.strictObject({
  ...both.shape,
  unit: text,
  kind: z.enum(['amount', 'count', 'ratio', 'per-capita', 'rate', 'rank']),
  flow: z.boolean().default(false),
  better: z.enum(['higher', 'lower']),
  definition: both,
  standard: both.nullable().default(null),
  numerator: both.optional(),
  denominator: both.optional(),
  basis: both.optional(),
  priceBasis: z.enum(['current', 'constant']).optional(),
  /** Whose growth is told at constant prices while its amounts are at current ones: GDP and value added, by convention. */
  growthPrices: z.literal('constant').optional(),
  of: slug.optional(),
  over: slug.optional(),
  partOf: slug.optional(),
  /** The stock that a flow adds to: new centres to centres. */
  addsTo: slug.optional(),
  aliases: z.array(text).default([]),
  lookAlikes: z.array(z.strictObject({ id: slug, why: both })).default([]),
});

/** seeds/catalogue.yaml: every indicator, defined once. */
export const catalogueSchema = z.strictObject({ contract: z.literal(RECORD_CONTRACT), indicators: z.record(slug, indicatorSchema) });
export type Catalogue = z.infer<typeof catalogueSchema>;
export type CatalogueEntry = z.infer<typeof indicatorSchema>;
