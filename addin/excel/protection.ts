/**
 * Changes sheets, opening for the moment those that are protected without a password, as Planbook's own are, and closing
 * them again as they were. What is too much for one request comes in steps, each of which opens and closes. Names the sheets
 * that have a password; they are left alone.
 */
export async function onOpenSheets(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  steps: (sheet: Excel.Worksheet) => readonly (() => void)[],
): Promise<string[]> {
  for (const sheet of sheets) {
    sheet.load('name');
    sheet.protection.load('protected,options');
  }
  await context.sync();
  const locked: string[] = [];
  for (const sheet of sheets) {
    const { protected: isProtected, options } = sheet.protection;
    for (const [index, step] of steps(sheet).entries()) {
      if (index > 0) await context.sync();
      if (!isProtected) {
        step();
        continue;
      }
      sheet.protection.unprotect();
      step();
      sheet.protection.protect(options);
      try {
        // One round trip for each protected sheet: a password on one must not undo the others.
        await context.sync();
      } catch (error) {
        if (!isPassword(error)) throw error;
        locked.push(sheet.name);
        break;
      }
    }
  }
  await context.sync();
  return locked;
}

const isPassword = (error: unknown): boolean => ['AccessDenied', 'InvalidArgument'].includes(String((Object(error) as { code?: unknown }).code));
