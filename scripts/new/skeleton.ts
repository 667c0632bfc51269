/** What a new thing is made of: files that are written, entries that are put into lists. */
export interface Skeleton {
  readonly files: Readonly<Record<string, string>>;
  readonly entries: readonly ListEntry[];
  /** What is left to do by hand, each with the file or command that it is about. */
  readonly next: readonly string[];
}

/** A text that is put into a file before a line that stands there once. */
export interface ListEntry {
  readonly file: string;
  /** The line, or how it begins. */
  readonly before: string;
  readonly text: string;
}

/** The text of a file with an entry put in. Throws when the line is not there, or more than once. */
export function withEntry(text: string, { file, before, text: entry }: ListEntry): string {
  const lines = text.split('\n');
  const places = lines.flatMap((line, at) => (line.startsWith(before) ? [at] : []));
  const [at, ...others] = places;
  if (at === undefined || others.length > 0) {
    throw new Error(`${file} has ${places.length} lines that begin with “${before}”, not one`);
  }
  return [...lines.slice(0, at), ...entry.split('\n'), ...lines.slice(at)].join('\n');
}

/** `late_replies` → `lateReplies`. */
export function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `late_replies` → `late-replies`, as files are called. */
export function kebabCase(name: string): string {
  return name.replaceAll('_', '-');
}

/** `late_replies` → `LATE_REPLIES`. */
export function constantCase(name: string): string {
  return name.toUpperCase();
}

/** `late_replies` → `Late replies`: a title until somebody writes a better one. */
export function spoken(name: string): string {
  const words = name.replaceAll('_', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
