import type { SheetAgent } from './agents.js';

/** A sheet that is ready to score agents. */
export type Sheet = (agents: readonly SheetAgent[]) => Promise<readonly number[]>;

/** An engine under test. */
export interface SheetEngine {
  readonly name: string;
  /** The sheet as it is written for this engine. */
  readonly text: string;
  /** Reads the text, as YAML or JSON. */
  read(text: string): ReadSheet;
}

/** A sheet that was read and can be made ready to score. */
export interface ReadSheet {
  prepare(): Sheet;
}

/** An engine that is no dependency of the product: undefined when it is not installed. */
export async function importPeer(name: string): Promise<unknown> {
  try {
    // The name is not a literal, so that the sources type-check where bench/ is not installed.
    return await import(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      return undefined;
    }
    throw error;
  }
}
