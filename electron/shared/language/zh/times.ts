import type { Amount } from '../../duration.ts';
import type { times as english } from '../en/times.ts';

const unitNames = { s: '秒', min: '分钟', h: '小时', d: '天' } as const;
const amount = ({ count, unit }: Amount): string => `${String(count)} ${unitNames[unit]}`;

export const times: typeof english = {
  length: (large, small) =>
    small === null
      ? amount(large)
      : `${amount(large).replace('分钟', '分')} ${amount(small).replace('分钟', '分')}`,
  justNow: '刚刚',
  ago: (length) => `${amount(length)}前`,
};
