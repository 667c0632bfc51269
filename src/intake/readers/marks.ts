import { normaliseHeader } from '../files/header.js';
import type { Header } from '../files/reader.js';

/** True when a header has a name, whatever its width, case, inner space and unit. */
export function hasName(header: Header, name: string): boolean {
  const [plain] = normaliseHeader(name).split('(');
  return header.names.includes(plain ?? '');
}

/** True when a header has all of the names. */
export function hasAll(header: Header, names: readonly string[]): boolean {
  return names.every((name) => hasName(header, name));
}

/** True when a header has at least one of the names. */
export function hasAny(header: Header, names: readonly string[]): boolean {
  return names.some((name) => hasName(header, name));
}
