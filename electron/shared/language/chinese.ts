/*
 * Simplified Chinese. One word for one thing:
 *
 *   task      任务        gateway    网关        key        密钥       id        ID
 *   watch     跟踪        check      查询        dialect    接口类型   base URL  基础 URL
 *   keyring   密钥环      keychain   钥匙串      link       链接       clipboard 剪贴板
 *   queued    排队中      running    生成中      ready      已完成     failed    失败
 *   cancelled 已取消      lost       已丢失      stalled    停滞       unseen    未查看
 *   tray      托盘        notice     通知        quiet      免打扰     mute      不提醒
 *   pause     暂停        resume     继续        settings   设置       description 描述
 *   passphrase 密码短语   key file   密钥文件
 *   save      保存        folder     文件夹      disk       磁盘
 *
 * Punctuation is full-width, quotation marks are “”, and a space stands between Chinese and Latin letters or digits.
 * Whoever reads is 您, and is addressed as seldom as can be.
 */
import type { english } from './english.ts';
import { addBox } from './zh/add-box.ts';
import { adding } from './zh/adding.ts';
import { appAnswers } from './zh/app-answers.ts';
import { checks } from './zh/checks.ts';
import { commandLine } from './zh/command-line.ts';
import { commands } from './zh/commands.ts';
import { demo } from './zh/demo.ts';
import { details } from './zh/details.ts';
import { diagnostics } from './zh/diagnostics.ts';
import { dialects } from './zh/dialects.ts';
import { editor } from './zh/editor.ts';
import { gatewayForm } from './zh/gateway-form.ts';
import { gateways } from './zh/gateways.ts';
import { hooks } from './zh/hooks.ts';
import { keys } from './zh/keys.ts';
import { list } from './zh/list.ts';
import { looking } from './zh/looking.ts';
import { moves } from './zh/moves.ts';
import { notices } from './zh/notices.ts';
import { preferences } from './zh/preferences.ts';
import { push } from './zh/push.ts';
import { quiet } from './zh/quiet.ts';
import { saving } from './zh/saving.ts';
import { selection } from './zh/selection.ts';
import { settings } from './zh/settings.ts';
import { storage } from './zh/storage.ts';
import { tasks } from './zh/tasks.ts';
import { times } from './zh/times.ts';
import { timing } from './zh/timing.ts';
import { trayAdvice } from './zh/tray-advice.ts';
import { tray } from './zh/tray.ts';
import { vault } from './zh/vault.ts';
import { updates } from './zh/updates.ts';
import { window } from './zh/window.ts';

export const chinese: typeof english = {
  addBox,
  adding,
  appAnswers,
  checks,
  commandLine,
  commands,
  demo,
  details,
  diagnostics,
  dialects,
  editor,
  gatewayForm,
  gateways,
  hooks,
  keys,
  list,
  looking,
  moves,
  notices,
  preferences,
  push,
  quiet,
  saving,
  selection,
  settings,
  storage,
  tasks,
  times,
  timing,
  tray,
  updates,
  trayAdvice,
  vault,
  window,
};
