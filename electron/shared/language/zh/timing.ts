import type { timing as english, Wait } from '../en/timing.ts';

const after = (words: string, more: string): string => (more === '' ? words : `${words}：${more}`);
const again = (wait: Wait | null): string => (wait === null ? '' : `${wait.length}后重试`);
const until = (wait: Wait): string => (wait.isShort ? `等待 ${wait.end}` : `等到 ${wait.end}`);

export const timing: typeof english = {
  anyMoment: '即将完成',
  about: (length) => `约 ${length}`,
  aboutLeft: (length) => `还需约 ${length}`,
  usually: (length) => `通常 ${length}`,
  runningLong: '耗时较长',
  stalled: '停滞',
  stalledAt: (percent) => `停在 ${percent}`,
  stalledFor: (stalled, length) => `${stalled}，已 ${length}`,
  beginning: {
    runningLong: '耗时较长',
    stalled: '停滞',
    stalledAt: (percent) => `停在 ${percent}`,
  },
  waits: {
    schedule: {
      short: (wait) => (wait === null ? '查询中' : `${wait.length}后查询`),
      long: (wait) => (wait === null ? '查询中' : `${wait.length}后`),
    },
    retry: {
      short: (wait) => (wait === null ? '查询中' : `${wait.length}后重试`),
      long: (wait) => (wait === null ? '查询中' : `出错，${wait.length}后重试`),
    },
    'gateway-asked': {
      short: (wait) => (wait === null ? '网关要求等待' : until(wait)),
      long: (wait, gateway) => after(`${gateway === null ? '网关' : `${gateway} `}要求等待`, wait?.end ?? ''),
    },
    'gateway-down': {
      short: (wait) => (wait === null ? '无响应' : `${wait.length}后重试`),
      long: (wait, gateway) => after(`${gateway === null ? '网关' : `${gateway} `}无法连接`, again(wait)),
    },
    key: { short: () => '等待密钥', long: () => '等待密钥' },
    keyring: { short: () => '需要密钥环', long: (wait) => after('等待密钥环', again(wait)) },
    budget: { short: () => '等待轮到', long: () => '等待轮到' },
  },
  standstills: { paused: '已暂停', offline: '离线' },
  standstillReasons: { paused: '已暂停', offline: '离线：网络恢复后查询' },
  promptnesses: {
    'fewer-requests': { name: '减少请求', means: '查询次数较少，得知视频完成会稍晚一些。' },
    balanced: { name: '均衡', means: '起初查询较少，视频可能完成时查询较多。' },
    'told-sooner': { name: '尽早通知', means: '查询次数较多，但不会超过网关允许的频率。' },
  },
  slowReasons: { metered: '按流量计费的网络', 'low-power': '省电模式' },
  pauses: {
    'half-hour': '30 分钟',
    'two-hours': '2 小时',
    tomorrow: '直到明天早上',
    'until-resumed': '直到手动恢复',
  },
};
