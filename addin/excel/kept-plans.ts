import type { Choice } from '../engine/shown.js';
import { isTooMuch } from './failure.js';
import { nextTask } from './next-task.js';

/** Of each added workbook one custom XML part in the open one: invisible, saved and mailed with it, and readable by nothing else. */
const PLAN = 'urn:planbook:compared-plan:1';
/** One part for what is compared: the indicator, and the plans left out. */
const CHOICE = 'urn:planbook:comparison-choice:1';

/** What one request may carry: Excel on the web refuses 5 MB. */
const REQUEST_BYTES = 1_200_000;

export interface KeptPlan {
  id: string;
  file: string;
  /** The plan's figures and claims, packed. */
  kept: string;
}

/** What the open workbook keeps of workbooks added here or wherever it came from, and how they are compared. */
export class KeptPlans {
  /** Ids of the plans in parts that have been read or written, by the part's id. */
  private readonly planIn = new Map<string, string>();

  /** Every kept plan, a few at a time. */
  async read(take: (plan: KeptPlan, share: number) => Promise<void>): Promise<void> {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const parts = await partsIn(context, PLAN);
      let done = 0;
      await this.readXml(context, parts, async (part, xml) => {
        done += 1;
        const plan = parsePlan(xml);
        this.planIn.set(part.id, plan?.id ?? '');
        if (plan) await take(plan, done / parts.length);
      });
    });
  }

  /** Keeps plans, each in place of what is kept of it already; those that fit into one request at once, which is done as a whole or not. */
  async keep(plans: readonly KeptPlan[]): Promise<void> {
    for (let from = 0; from < plans.length;) {
      let [to, bytes] = [from, 0];
      while (to < plans.length && (to === from || bytes + (plans[to]?.kept.length ?? 0) < REQUEST_BYTES)) {
        bytes += plans[to]?.kept.length ?? 0;
        to += 1;
      }
      const some = plans.slice(from, to);
      await this.replace(new Set(some.map(({ id }) => id)), some);
      from = to;
    }
  }

  async forget(id: string): Promise<void> {
    await this.replace(new Set([id]), []);
  }

  private async replace(ids: ReadonlySet<string>, plans: readonly KeptPlan[]): Promise<void> {
    await Excel.run(async (context) => {
      const parts = await partsIn(context, PLAN);
      await this.readXml(
        context,
        parts.filter((part) => !this.planIn.has(part.id)),
        (part, xml) => Promise.resolve(void this.planIn.set(part.id, parsePlan(xml)?.id ?? '')),
      );
      for (const part of parts) if (ids.has(this.planIn.get(part.id) ?? '')) part.delete();
      const added = plans.map((plan) => ({ id: plan.id, part: context.workbook.customXmlParts.add(writePlan(plan)) }));
      for (const { part } of added) part.load('id');
      await context.sync();
      for (const { id, part } of added) this.planIn.set(part.id, id);
    });
  }

  /** The parts' XML, as many at once as an answer may hold: how long they are is known when they have come. */
  private async readXml(
    context: Excel.RequestContext,
    parts: readonly Excel.CustomXmlPart[],
    take: (part: Excel.CustomXmlPart, xml: string) => Promise<void>,
  ): Promise<void> {
    let many = 8;
    for (let from = 0; from < parts.length;) {
      const some = parts.slice(from, from + many).map((part) => ({ part, xml: part.getXml() }));
      try {
        await context.sync();
      } catch (error) {
        if (!isTooMuch(error) || many === 1) throw error;
        many = Math.ceil(many / 4);
        continue;
      }
      await nextTask();
      for (const { part, xml } of some) await take(part, xml.value);
      const bytes = some.reduce((sum, { xml }) => sum + xml.value.length, 0);
      many = Math.max(1, Math.min(200, Math.floor((REQUEST_BYTES * some.length) / bytes)));
      from += some.length;
    }
  }

  /** What was compared last; null where nothing has been chosen. */
  async choice(): Promise<Choice | null> {
    return Excel.run({ delayForCellEdit: true }, async (context) => {
      const [part] = await partsIn(context, CHOICE);
      const xml = part?.getXml();
      await context.sync();
      return xml ? parseChoice(xml.value) : null;
    });
  }

  /** Keeps what is compared, for whoever opens the workbook next. */
  async choose(choice: Choice): Promise<void> {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      for (const part of await partsIn(context, CHOICE)) part.delete();
      context.workbook.customXmlParts.add(writeChoice(choice));
      await context.sync();
    });
  }
}

async function partsIn(context: Excel.RequestContext, namespace: string): Promise<Excel.CustomXmlPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace);
  parts.load('items/id');
  await context.sync();
  return parts.items;
}

const parse = (xml: string): Element => new DOMParser().parseFromString(xml, 'application/xml').documentElement;

function writePlan({ id, file, kept }: KeptPlan): string {
  const page = document.implementation.createDocument(PLAN, 'plan');
  page.documentElement.setAttribute('id', id);
  page.documentElement.setAttribute('file', file);
  page.documentElement.append(kept);
  return new XMLSerializer().serializeToString(page);
}

/** Null for what another program has made of the part. */
function parsePlan(xml: string): KeptPlan | null {
  const plan = parse(xml);
  const [id, file] = [plan.getAttribute('id'), plan.getAttribute('file')];
  return plan.namespaceURI === PLAN && id !== null && file !== null ? { id, file, kept: plan.textContent } : null;
}

function writeChoice({ indicator, without }: Choice): string {
  const page = document.implementation.createDocument(CHOICE, 'choice');
  if (indicator !== null) page.documentElement.setAttribute('indicator', indicator);
  for (const id of without) {
    const left = page.createElementNS(CHOICE, 'without');
    left.setAttribute('plan', id);
    page.documentElement.append(left);
  }
  return new XMLSerializer().serializeToString(page);
}

function parseChoice(xml: string): Choice | null {
  const choice = parse(xml);
  if (choice.namespaceURI !== CHOICE) return null;
  const without = [...choice.getElementsByTagNameNS(CHOICE, 'without')].flatMap((each) => each.getAttribute('plan') ?? []);
  return { indicator: choice.getAttribute('indicator'), without };
}
