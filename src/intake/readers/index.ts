import type { HeadlessFormat } from '../files/headless.js';
import type { Reader } from '../files/reader.js';
import { AFTER_SALES } from './after-sales.js';
import { GENERIC_ATTENDANCE_DAILY, GENERIC_ATTENDANCE_MONTHLY } from './attendance-generic.js';
import {
  CANONICAL_ATTENDANCE_EVENTS,
  CANONICAL_ATTENDANCE_MONTHS,
  CANONICAL_CALLS,
  CANONICAL_CHATS,
  CANONICAL_COMPLAINTS,
  CANONICAL_DEDUCTIONS,
  CANONICAL_EVENTS,
  CANONICAL_METRICS_LONG,
  CANONICAL_METRICS_WIDE,
  CANONICAL_OPENING,
  CANONICAL_ORDERS,
  CANONICAL_PRODUCTS,
  CANONICAL_RATINGS,
  CANONICAL_TARGETS_LONG,
  CANONICAL_TARGETS_WIDE,
} from './canonical.js';
import { CHAT_TEXTS } from './chat-logs/chat-texts.js';
import { JSON_LOGS } from './chat-logs/json-logs.js';
import { CHAT_TABLE } from './chat-table.js';
import { CHITU } from './chitu.js';
import { COMPLAINTS_TABLE } from './complaints-table.js';
import { DINGTALK_DAILY, DINGTALK_MONTHLY } from './dingtalk.js';
import { DOUYIN_AFTER_SALES } from './douyin-after-sales.js';
import { DOUYIN_ORDERS } from './douyin-orders.js';
import { DOUYIN_SERVICE } from './douyin-service.js';
import { FAKE_ORDERS } from './fake-orders.js';
import { JD_ORDERS } from './jd-orders.js';
import { JD_SERVICE } from './jd-service.js';
import { KUAISHOU_SERVICE } from './kuaishou-service.js';
import { PDD_ORDERS } from './pdd-orders.js';
import { PDD_SERVICE } from './pdd-service.js';
import { QIANNIU_RECEPTION } from './qianniu-reception.js';
import { REVIEWS } from './reviews.js';
import { SETTLEMENTS } from './settlements.js';
import { SYCM } from './sycm.js';
import { TAOBAO_ITEMS, TAOBAO_ITEMS_OLD } from './taobao-items.js';
import { TAOBAO_ORDERS } from './taobao-orders.js';
import { TAOBAO_REFUNDS } from './taobao-refunds.js';
import { WAGES_FORM } from './wages-form.js';
import { WECOM_DAILY, WECOM_MONTHLY } from './wecom.js';

/** Every format of a month's files. Of two that know a header equally well, the first reads it. */
export const READERS: readonly Reader[] = [
  CANONICAL_CHATS,
  CHAT_TABLE,
  CANONICAL_ORDERS,
  CANONICAL_ATTENDANCE_EVENTS,
  CANONICAL_ATTENDANCE_MONTHS,
  DINGTALK_MONTHLY,
  DINGTALK_DAILY,
  WECOM_MONTHLY,
  WECOM_DAILY,
  GENERIC_ATTENDANCE_MONTHLY,
  GENERIC_ATTENDANCE_DAILY,
  CANONICAL_COMPLAINTS,
  COMPLAINTS_TABLE,
  REVIEWS,
  CANONICAL_RATINGS,
  CANONICAL_EVENTS,
  CANONICAL_CALLS,
  CANONICAL_METRICS_LONG,
  CANONICAL_METRICS_WIDE,
  CANONICAL_TARGETS_LONG,
  CANONICAL_TARGETS_WIDE,
  CANONICAL_DEDUCTIONS,
  CANONICAL_OPENING,
  CANONICAL_PRODUCTS,
  CHITU,
  SYCM,
  QIANNIU_RECEPTION,
  PDD_SERVICE,
  DOUYIN_SERVICE,
  JD_SERVICE,
  KUAISHOU_SERVICE,
  TAOBAO_ORDERS,
  TAOBAO_ITEMS,
  TAOBAO_ITEMS_OLD,
  TAOBAO_REFUNDS,
  JD_ORDERS,
  PDD_ORDERS,
  AFTER_SALES,
  DOUYIN_ORDERS,
  DOUYIN_AFTER_SALES,
  FAKE_ORDERS,
  SETTLEMENTS,
  WAGES_FORM,
];

/** Every format without headers; of two that know a file, the first reads it. */
export const HEADLESS: readonly HeadlessFormat[] = [CHAT_TEXTS, JSON_LOGS];
