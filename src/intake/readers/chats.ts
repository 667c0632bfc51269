import { canonicalReader } from './canonical.js';

/** chats*.csv with the headers of inputs.md. */
export const CANONICAL_CHATS = canonicalReader('chats', 'chats');
