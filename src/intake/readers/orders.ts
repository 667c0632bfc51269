import { canonicalReader } from './canonical.js';

/** orders*.csv with the headers of inputs.md. */
export const CANONICAL_ORDERS = canonicalReader('orders', 'orders');
