import type { Book } from './book/book.js';
import { INTERNAL_SERVICE } from './office/internal-service.js';
import { callMethod, follow, idOf, isProperty, isReferable, itemOf, itemsOf, notFound, readProperty, scalarsOf, writeProperty } from './office/model.js';
import { OfficeError } from './office/office-error.js';
import { object, OfficeObject, type OnSheet } from './office/office-type.js';
import type { References } from './references.js';

/** What the client sends: ActionType and ObjectPathType as in its source. */
export interface Batch {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}
interface Operands {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: number[] | null;
}
interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: Operands;
  QueryInfo?: Query;
  ObjectState?: Record<string, unknown>;
}
interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: Operands;
}
interface Query {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}
export interface BatchAnswer {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, queryAsJson: 7, ensureUnchanged: 8, update: 9 };
const PATH = { root: 1, newObject: 2, method: 3, property: 4, item: 5, reference: 6, none: 7 };

/** Whether Office.js speaks for itself here, and not for the add-in. */
export const isInternal = ({ ObjectPaths }: Batch): boolean => Object.values(ObjectPaths).some(({ Name }) => Name === INTERNAL_SERVICE);

/** What a batch may do beside reading and writing the workbook. */
export interface Session {
  book: Book;
  references: References;
  /** Refuses a member that the played Excel is too old for. */
  admit(type: string, member: string): void;
  /** `_RegisterDataChangedEvent` and the like on a collection or a sheet; false where that event is not modelled. */
  listen(of: OfficeObject, method: string): boolean;
}

/** Runs a batch, action by action, as far as it goes: what came before an error has happened. */
export function runBatch({ Actions, ObjectPaths }: Batch, session: Session): BatchAnswer {
  const run = new Run(ObjectPaths, session);
  const answer: BatchAnswer = { Results: [], TraceIds: [] };
  for (const [index, action] of Actions.entries()) {
    try {
      if (action.ActionType === ACTION.trace) answer.TraceIds.push(action.Id);
      // A trace marker's result, too, calls back: event handlers are added by it.
      answer.Results.push({ ActionId: action.Id, Value: action.ActionType === ACTION.trace ? null : run.perform(action) });
    } catch (error) {
      const { code, message, location } =
        error instanceof OfficeError ? error : { code: 'GeneralException', message: String((error as Error).stack), location: '' };
      answer.Error = { Code: code, Message: message, Location: location, ActionIndex: index, HttpStatusCode: code === 'AccessDenied' ? 403 : 400 };
      break;
    }
  }
  return answer;
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

class Run {
  private readonly resolved = new Map<number, OfficeObject | null>();

  constructor(
    private readonly paths: Record<string, ObjectPath>,
    private readonly session: Session,
  ) {}

  perform(action: Action): unknown {
    const { ActionType: type, ObjectPathId: path, Name: name, ArgumentInfo: operands, QueryInfo: query, ObjectState: state } = action;
    if (type === ACTION.instantiate) return this.instantiate(path);
    const of = this.resolve(path);
    if (!of) {
      if (name.startsWith('_') || type === ACTION.query || type === ACTION.queryAsJson) return null;
      throw new OfficeError('ItemNotFound', "The requested resource doesn't exist.", this.paths[path]?.Name);
    }
    switch (type) {
      case ACTION.query:
      case ACTION.queryAsJson:
        this.session.book.calculate();
        return this.load(of, query ?? {});
      case ACTION.method:
        return this.call(of, name, operands);
      case ACTION.setProperty:
        return this.set(of, name, this.operands(operands)[0]);
      case ACTION.update:
        for (const [key, value] of Object.entries(state ?? {})) this.set(of, pascal(key), value);
        return null;
      case ACTION.ensureUnchanged:
        return null;
      default:
        throw new OfficeError('NotImplemented', `This host performs no action of type ${type}.`);
    }
  }

  private instantiate(path: number): unknown {
    const of = this.resolve(path);
    if (!of) return null;
    const value: Record<string, unknown> = {};
    const id = idOf(of);
    if (id !== null) value['Id'] = id;
    const reference = this.session.references.of(of);
    if (reference !== null) value['_ReferenceId'] = reference;
    return value;
  }

  private call(of: OfficeObject, name: string, info: Operands | undefined): unknown {
    if (name === '_KeepReference') {
      if (isReferable(of)) this.session.references.keep(of);
      return null;
    }
    const operands = this.operands(info);
    if (name === '_RemoveReference') {
      this.session.references.drop(String(operands[0]));
      return null;
    }
    this.session.admit(of.type, camel(name));
    if (/^_(?:Unr|R)egister/u.test(name)) {
      if (!this.session.listen(of, name)) throw notFound(of.type, name);
      return null;
    }
    const result = callMethod(of, name, operands);
    return result instanceof OfficeObject ? null : result;
  }

  private set(of: OfficeObject, name: string, value: unknown): null {
    this.session.admit(of.type, camel(name));
    writeProperty(of, name, value);
    return null;
  }

  /** The object behind a path; null where there is none. Each path is walked once, so that a method that adds something adds it once. */
  private resolve(id: number): OfficeObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.paths[id];
    if (!path) throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
    const found = this.walk(path);
    this.resolved.set(id, found);
    return found;
  }

  private walk({ ObjectPathType: type, Name: name, ParentObjectPathId: parentId, ArgumentInfo: info }: ObjectPath): OfficeObject | null {
    if (type === PATH.root) return object('Workbook', this.session.book);
    if (type === PATH.newObject && name === INTERNAL_SERVICE) return object('AddinInternalService', this.session.book);
    if (type === PATH.none) return null;
    if (type === PATH.reference) return this.held(name);
    const parent = this.resolve(parentId ?? 0);
    if (!parent) {
      if (name.endsWith('OrNullObject')) return null;
      throw new OfficeError('ItemNotFound', "The requested resource doesn't exist.", name);
    }
    switch (type) {
      case PATH.property:
        this.session.admit(parent.type, camel(name));
        return follow(parent, name);
      case PATH.item: {
        const item = itemOf(parent, this.operands(info)[0]);
        if (!item) throw new OfficeError('ItemNotFound', "The requested resource doesn't exist.", `${parent.type}.getItem`);
        return item;
      }
      case PATH.method: {
        this.session.admit(parent.type, camel(name));
        // A collection's items are found again by their id under the method's name.
        const result = callMethod(parent, name, this.operands(info));
        if (result !== null && !(result instanceof OfficeObject)) throw notFound(parent.type, name);
        return result;
      }
      default:
        throw new OfficeError('NotImplemented', `This host follows no object path of type ${type}.`);
    }
  }

  /** What a client holds on to; gone where a sheet is gone that it is on. */
  private held(id: string): OfficeObject {
    const of = this.session.references.get(id);
    const { sheet } = of.target as Partial<OnSheet>;
    if (sheet && !this.session.book.sheets.includes(sheet)) throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
    return of;
  }

  private operands({ Arguments: operands = [], ReferencedObjectPathIds: referenced }: Operands = {}): unknown[] {
    return operands.map((operand, index) => {
      const path = referenced?.[index];
      return path ? this.resolve(path) : operand;
    });
  }

  private load(of: OfficeObject, { Select, Expand = [], Top, Skip = 0 }: Query): unknown {
    const wanted = [...(Select && Select.length > 0 ? Select : ['*']), ...Expand.map((name) => `${name}/*`)];
    const items = itemsOf(of);
    if (!items) return this.read(of, wanted);
    const chosen = items.slice(Skip, Top === undefined ? undefined : Skip + Top);
    // A collection's own properties come beside its items.
    const own = wanted.filter((name) => !name.includes('/') && isProperty(of, pascal(name)));
    const rest = wanted.filter((name) => !own.includes(name));
    return { ...this.read(of, own), _Items: chosen.map((item) => this.read(item, rest)) };
  }

  /** The wanted properties as the client expects them: nested objects in objects, ids of items always. */
  private read(of: OfficeObject, wanted: readonly string[]): Record<string, unknown> {
    const told: Record<string, unknown> = {};
    const id = idOf(of);
    if (id !== null) told['Id'] = id;
    const nested = new Map<string, string[]>();
    for (const each of wanted) {
      const [first = '', ...rest] = each.split('/');
      const name = pascal(first);
      if (first === '*') {
        for (const scalar of scalarsOf(of)) if (this.admits(of.type, scalar)) told[scalar] = readProperty(of, scalar);
      } else if (rest.length > 0 || !isProperty(of, name)) {
        if (name === 'IsNullObject') continue;
        nested.set(name, [...(nested.get(name) ?? []), rest.join('/') || '*']);
      } else {
        this.session.admit(of.type, camel(name));
        told[name] = readProperty(of, name);
      }
    }
    for (const [name, inner] of nested) {
      this.session.admit(of.type, camel(name));
      told[name] = this.load(follow(of, name), { Select: inner });
    }
    return told;
  }

  private admits(type: string, scalar: string): boolean {
    try {
      this.session.admit(type, camel(scalar));
      return true;
    } catch {
      return false;
    }
  }
}
