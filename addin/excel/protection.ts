/**
 * Changes sheets, opening for the moment those that are protected without a password, as Planbook's own are, and closing
 * them again as they were. Names the sheets that have a password; they are left alone.
 */
export async function onOpenSheets(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  change: (sheet: Excel.Worksheet) => void,
): Promise<string[]> {
  for (const sheet of sheets) {
    sheet.load('name');
    sheet.protection.load('protected,options');
  }
  await context.sync();
  const locked: string[] = [];
  for (const sheet of sheets) {
    if (!sheet.protection.protected) {
      change(sheet);
      continue;
    }
    const options = sheet.protection.options;
    sheet.protection.unprotect();
    change(sheet);
    sheet.protection.protect(options);
    try {
      // One round trip for each protected sheet: a password on one must not undo the others.
      await context.sync();
    } catch (error) {
      if (!isPassword(error)) throw error;
      locked.push(sheet.name);
    }
  }
  await context.sync();
  return locked;
}

const isPassword = (error: unknown): boolean => ['AccessDenied', 'InvalidArgument'].includes(String((Object(error) as { code?: unknown }).code));
