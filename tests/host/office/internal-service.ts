import type { Book } from '../book/book.js';
import type { OfficeType } from './office-type.js';

/** The service by which Office.js itself, unasked, tells Excel that the add-in has started. */
export const INTERNAL_SERVICE = 'Microsoft.InternalService.AddinInternalService';

export const addinInternalService: OfficeType<Book> = { methods: { NotifyActionHandlerReady: () => null } };
