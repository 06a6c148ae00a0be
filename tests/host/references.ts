import { OfficeError } from './office/office-error.js';
import type { OfficeObject } from './office/office-type.js';

/** What clients hold on to between batches. Whatever is left after a run was leaked. */
export class References {
  private readonly kept = new Map<string, OfficeObject>();
  private readonly ids = new WeakMap<OfficeObject, string>();
  private last = 0;

  get count(): number {
    return this.kept.size;
  }

  keep(of: OfficeObject): void {
    if (this.ids.has(of)) return;
    this.last += 1;
    const id = `ref${this.last}`;
    this.ids.set(of, id);
    this.kept.set(id, of);
  }

  of(object: OfficeObject): string | null {
    return this.ids.get(object) ?? null;
  }

  get(id: string): OfficeObject {
    const object = this.kept.get(id);
    if (!object) throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
    return object;
  }

  drop(id: string): void {
    const object = this.kept.get(id);
    if (!object) return;
    this.kept.delete(id);
    this.ids.delete(object);
  }
}
