// Plain Node without packages: it runs before anything is installed, also on a Node that is too old for the rest.
const needed = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Taskbell needs Node ${needed.join('.')} or newer; this is ${process.versions.node}. Install a newer Node and run this again.`,
  );
  process.exit(1);
}

const { runScript } = await import('./setup/script.mjs');
const { setUp } = await import('./setup/set-up.mjs');

await runScript(async () => {
  await setUp({ desktop: true });
  return 0;
});
