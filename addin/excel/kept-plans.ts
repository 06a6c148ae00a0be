/** Of each added workbook one custom XML part in the open one: invisible, saved and mailed with it, and readable by nothing else. */
const NAMESPACE = 'urn:planbook:compared-plan:1';

export interface KeptPlan {
  id: string;
  file: string;
  kept: string;
}

/** What the open workbook keeps of workbooks added earlier, here or wherever it came from. */
export async function keptPlans(): Promise<KeptPlan[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(NAMESPACE);
    parts.load('items/id');
    await context.sync();
    const xml = parts.items.map((part) => part.getXml());
    await context.sync();
    return xml.flatMap(({ value }) => parseKept(value));
  });
}

/** Keeps a plan, in place of what is kept of it already. */
export async function keepPlan(plan: KeptPlan): Promise<void> {
  await replaceKept(plan.id, writeKept(plan));
}

/** Forgets a plan. */
export async function forgetPlan(id: string): Promise<void> {
  await replaceKept(id, null);
}

async function replaceKept(id: string, xml: string | null): Promise<void> {
  await Excel.run(async (context) => {
    const all = context.workbook.customXmlParts;
    const parts = all.getByNamespace(NAMESPACE);
    parts.load('items/id');
    await context.sync();
    const told = parts.items.map((part) => ({ part, xml: part.getXml() }));
    await context.sync();
    for (const each of told) if (parseKept(each.xml.value).some((plan) => plan.id === id)) each.part.delete();
    if (xml !== null) all.add(xml);
    await context.sync();
  });
}

function writeKept({ id, file, kept }: KeptPlan): string {
  const page = document.implementation.createDocument(NAMESPACE, 'plan');
  page.documentElement.setAttribute('id', id);
  page.documentElement.setAttribute('file', file);
  page.documentElement.append(kept);
  return new XMLSerializer().serializeToString(page);
}

/** What another program has made of the part is left out. */
function parseKept(xml: string): KeptPlan[] {
  const { documentElement: plan } = new DOMParser().parseFromString(xml, 'application/xml');
  const [id, file] = [plan.getAttribute('id'), plan.getAttribute('file')];
  return plan.namespaceURI === NAMESPACE && id !== null && file !== null ? [{ id, file, kept: plan.textContent }] : [];
}
