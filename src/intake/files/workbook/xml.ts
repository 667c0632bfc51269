import { endlessCell, MOST_CELL_CHARACTERS } from '../sheet.js';

const UNKNOWN_LINE = -1;

/** What is told of an XML part; names come without their namespace's prefix. */
export interface XmlWatcher {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Takes an XML text in pieces; throws at the first place that is not well formed. */
interface XmlReader {
  write(piece: string): void;
  end(): void;
}

export async function xmlReader(watcher: XmlWatcher): Promise<XmlReader> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  parser.on('opentag', (tag) => watcher.open?.(localName(tag.name), tag.attributes));
  parser.on('text', (text) => watcher.text?.(text));
  parser.on('cdata', (text) => watcher.text?.(text));
  parser.on('closetag', (tag) => watcher.close?.(localName(tag.name)));
  let run = 0;
  return {
    write(piece) {
      // The parser keeps a text until its end.
      const tag = piece.lastIndexOf('<');
      run = tag === -1 ? run + piece.length : piece.length - tag;
      if (run > MOST_CELL_CHARACTERS) throw endlessCell('', UNKNOWN_LINE);
      parser.write(piece);
    },
    end: () => void parser.close(),
  };
}

/** Reads a whole XML part. */
export async function readXml(pieces: AsyncIterable<string>, watcher: XmlWatcher): Promise<void> {
  const reader = await xmlReader(watcher);
  for await (const piece of pieces) reader.write(piece);
  reader.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/**
 * Text with the characters that XML cannot hold, which Office writes as `_x000D_`. However a line break came into
 * a cell, it is one character: what follows from a text must not depend on where it was typed.
 */
export function unescapeText(text: string): string {
  const whole = text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return whole.replaceAll(/\r\n?/g, '\n');
}
