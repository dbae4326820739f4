import type { hooks as english } from '../en/hooks.ts';

export const hooks: typeof english = {
  means:
    '任务结束并有通知时，以您的权限运行一次您指定的程序。程序可从 TASKBELL_TITLE 等变量得知任务；它的输出显示在任务的详情中。',
  names: {
    success: '视频完成时运行命令',
    failure: '任务失败、取消或丢失时运行命令',
  },
  program: '程序',
  programMeans: '路径，或可在 PATH 中找到的名称。不经过 shell。',
  args: '参数，每行一个',
  argsMeans: '每个参数原样传递，包括空格和引号。',
  longest: '最长时间（秒）',
  longestMeans: '超过此时间的会被终止。',
  settingsTroubles: {
    'program-missing': '请先填写要运行的程序，再开启。',
    'not-text': '程序和参数中不能有空字符。',
    time: '最长时间至少为 1 秒，至多为 3600 秒。',
  },
  label: '自定义命令',
  ran: (program, state) => `${program}：${state}`,
  states: {
    waiting: '等待运行，或等待视频保存',
    running: '运行中',
    done: '已运行',
    'timed-out': '用时过长，已被终止。最长时间可在设置中修改。',
    'not-started': '无法启动。请在设置中检查程序。',
    ended: '被外部终止',
  },
  failedWith: (code) => `已结束，退出码为 ${code}`,
  output: '最后的输出',
};
