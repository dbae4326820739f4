import { app } from 'electron';
import { fileDownload } from '../../../electron/platform/electron-result-files.ts';
import { createResultFiles } from '../../../electron/platform/result-files.ts';

/** Saves one file with the app's own parts, in a real Electron, and prints what that took. */
const [base = '', name = '', folder = ''] = process.argv.slice(-3);

const save = async (url: string): Promise<void> => {
  const files = createResultFiles({
    defaultFolder: folder,
    ...fileDownload(),
    openFile: () => Promise.resolve(true),
    showFile: () => Promise.resolve(true),
  });
  let longestTurnMs = 0;
  let longestOwnMs = 0;
  let last = performance.now();
  let lastOwn = process.threadCpuUsage();
  const beat = setInterval(() => {
    longestTurnMs = Math.max(longestTurnMs, performance.now() - last - beatMs);
    // What the thread itself worked: on a busy machine the rest is waiting for a core.
    const { user, system } = process.threadCpuUsage(lastOwn);
    longestOwnMs = Math.max(longestOwnMs, (user + system) / 1000);
    last = performance.now();
    lastOwn = process.threadCpuUsage();
  }, beatMs);
  const rss: number[] = [];
  const memory = setInterval(() => rss.push(process.memoryUsage.rss()), 100);
  const began = performance.now();
  const saved = await files.save({
    link: { kind: 'video', url, needsKey: false, expiresAt: null },
    gateway: { baseUrl: base, allowPlainHttp: false },
    keyHeaders: {},
    folder,
    name: 'bench',
    partName: 'bench.part',
    validator: null,
    totalBytes: null,
    largestBytes: 2 ** 40,
    onBegun: () => undefined,
    onBytes: () => undefined,
  }).done;
  const ms = performance.now() - began;
  clearInterval(beat);
  clearInterval(memory);
  const early = rss[Math.floor(rss.length / 4)] ?? 0;
  const figures = {
    ok: saved?.ok === true,
    ms,
    longestTurnMs,
    longestOwnMs,
    early,
    largest: Math.max(...rss),
    late: rss.at(-1),
  };
  process.stdout.write(
    `${JSON.stringify({ ...figures, trouble: saved?.ok === false ? saved.trouble : null })}\n`,
  );
};

const beatMs = 2;

void app.whenReady().then(async () => {
  await save(`${base}/1.mp4`);
  await save(`${base}/${name}`);
  app.exit(0);
});
