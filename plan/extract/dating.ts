import type { Role } from '../plan.js';
import type { Passage } from './passages.js';
import type { PartKind } from './titles.js';
import { planInTitle, type Time } from './times.js';

/** The years of the plan as its document gives them; null where it does not. */
export interface PlanYears {
  from: number | null;
  to: number | null;
  base: number | null;
  /** The document masks years (20xx年): what stands undated in it stays undated. */
  masked: boolean;
}

/** When a number holds, and how that is known. */
export interface Dated {
  year: number | null;
  from: number | null;
  role: Role;
  guess: number | null;
  /** `own`: the sentence names the year; `carried`: an earlier sentence of the part; `assumed`: the part alone; `none`. */
  by: 'own' | 'carried' | 'assumed' | 'none';
  /** Told since a year, without an end in print. */
  open: boolean;
}

/** The times that a part of the document has set for what follows in it. */
export interface Setting {
  /** Set by a goals part's latest aim, or by a heading. */
  part: Time | null;
  /** The latest run of years named in the part (十三五期间). */
  run: Time | null;
  paragraph: Time | null;
  paragraphNumber: number;
  /** The latest leading time of the part, if it is not after the base year. */
  past: Time | null;
}

const blank = (): Setting => ({ part: null, run: null, paragraph: null, paragraphNumber: -1, past: null });

/** Follows the document passage by passage and knows what time each leaves to the next. */
export class Clock {
  private readonly settings = new Map<string, Setting>();
  /** The latest aim of each chapter's goals: 具体指标 shares the year of 总体目标 beside it. */
  private readonly aims = new Map<string, Time>();

  public constructor(private readonly years: PlanYears) {}

  /** The setting of a passage before its own times count; headings below inherit from those above. */
  public at({ path, paragraph }: Passage): Setting {
    const key = path.join('/');
    let setting = this.settings.get(key);
    if (!setting) {
      const above = path.length > 0 ? this.settings.get(path.slice(0, -1).join('/')) : undefined;
      setting = above && path.length > 1 ? { ...above, paragraph: null, paragraphNumber: -1 } : blank();
      this.settings.set(key, setting);
    }
    if (setting.paragraphNumber !== paragraph) {
      setting.paragraph = null;
      setting.paragraphNumber = paragraph;
    }
    return setting;
  }

  /** Lets a passage's leading times date what follows it. */
  public pass(passage: Passage, times: readonly Time[], setting: Setting): void {
    for (const time of passage.heading && passage.kind === 'state' && times.length === 0 ? this.finished(passage) : times) {
      if (time.use === 'than' || time.use === 'from') continue;
      const aim = time.year !== null && this.isAim(time.year);
      if (!aim && isEvent(passage.plain.text, time)) continue;
      if (time.from !== null || time.use === 'since') setting.run = time;
      if (passage.heading || (aim && (passage.kind === 'goals' || opensList(passage.plain.text, time)))) setting.part = time;
      if (aim && passage.kind === 'goals') this.aims.set(passage.path[0] ?? '', time);
      setting.past = aim ? null : time;
      setting.paragraph = time;
    }
  }

  /** The years of a plan before this one that a title names. */
  private finished({ plain }: Passage): Time[] {
    const time = planInTitle(plain.text);
    return time?.year != null && !this.isAim(time.year) ? [time] : [];
  }

  /** The aim that the goals of a passage's chapter have set, or null. */
  public chapterAim({ path }: Passage): Time | null {
    return this.aims.get(path[0] ?? '') ?? null;
  }

  public isAim(year: number): boolean {
    const { base, from } = this.years;
    return year > (base ?? (from === null ? Infinity : from - 1));
  }

  public roleOf(year: number | null, aim: boolean): Role {
    const { base, from, to } = this.years;
    const start = base ?? (from === null ? null : from - 1);
    if (year === null || start === null) return aim ? 'target' : 'baseline';
    if (year > start) return to !== null && year > to ? 'vision' : 'target';
    if (aim) return 'target';
    return year === start ? 'baseline' : 'history';
  }
}

/** 2018年获批…: a thing that happened once dates nothing that stands after it. */
const isEvent = (text: string, { start, end, from, use }: Time): boolean =>
  from === null &&
  use === 'lead' &&
  !/截至|截止|[到至]$/u.test(text.slice(Math.max(0, start - 4), start)) &&
  /^(?:\d{1,2}月)?,?(?:[\u4e00-\u9fa5]{0,12}?)(?:获批|获评|获得|荣获|获国|入选|成立|召开|印发|出台|启动|升格|揭牌|挂牌|列入|跻身|当选|通过验收)(?![^,;。]{0,30}\d)/u.test(
    text.slice(end, end + 60),
  );

/** 到2025年: and 主要指标:到2025年, date the lines below them, to the next heading of their rank. */
const opensList = (text: string, { end }: Time): boolean => /^(?:[底末])?(?:,?[^\d,;。]{0,16}:|,?(?:\n|$|\(\d))/u.test(text.slice(end, end + 20));

/** Whether an undated number tells what is aimed at; `told` says that its part speaks of years past. */
export function isAimed(kind: PartKind, told: boolean, before: string, sentence: string): boolean {
  if (/(?:力争|争取|努力|确保|目标|将达|预期|计划(?:到|建|新|引|用|实现|培))/u.test(before)) return true;
  if (/(?:已|已经|现有|目前|截至|截止|达到了|仅为|仅有|当前)/u.test(before)) return false;
  if (kind === 'goals') return true;
  if (/成功|获批|首次|荣获|依托[^,;。]*$/u.test(before)) return false;
  if (kind === 'state') return /^(?:到|力争|争取)/u.test(sentence) && !sentence.startsWith('到目前');
  return !told;
}
