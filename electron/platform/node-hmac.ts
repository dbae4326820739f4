import { createHmac } from 'node:crypto';
import type { Hmac } from '../core/push-ports.ts';

export const nodeHmac: Hmac = (key, text) => createHmac('sha256', key).update(text).digest('base64');
