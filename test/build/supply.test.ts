import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Supply {
  readonly manifest: {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
    readonly allowScripts: Readonly<Record<string, boolean>>;
  };
  readonly locked: readonly Readonly<Record<string, unknown>>[];
  readonly advisories: readonly Readonly<Record<string, string>>[];
  readonly reasons: Readonly<Record<string, string>>;
}

const supplyFolder = fileURLToPath(new URL('../../build/supply', import.meta.url));
const { troublesOf } = (await import(path.join(supplyFolder, 'check.mjs'))) as {
  troublesOf: (supply: Supply) => string[];
};
const { readSupply } = (await import(path.join(supplyFolder, 'read-supply.mjs'))) as {
  readSupply: () => Promise<Supply>;
};

const supply = await readSupply();
const locked = (name: string, more: Readonly<Record<string, unknown>>) => ({
  ...supply,
  locked: [
    ...supply.locked,
    {
      place: `node_modules/${name}`,
      name,
      realName: name,
      version: '1.0.0',
      integrity: 'sha512-x',
      hasScript: false,
      ...more,
    },
  ],
});

describe('the packages that are installed', () => {
  it('are pinned, have checksums, run no scripts, have no known holes, and each is explained', () => {
    expect(troublesOf(supply)).toEqual([]);
  });

  it('may not bring a script that nobody has decided about, nor one that runs', () => {
    expect(troublesOf(locked('new-tool', { hasScript: true }))).toEqual([
      'new-tool runs a script when it is installed. Decide about it in allowScripts.',
    ]);
    const allowScripts = { ...supply.manifest.allowScripts, 'electron-winstaller': true, gone: false };
    expect(troublesOf({ ...supply, manifest: { ...supply.manifest, allowScripts } })).toHaveLength(2);
  });

  it('may not have a known hole, unless somebody has written why it does no harm', () => {
    const advisory = { id: 'GHSA-x', package: 'new-tool', versions: '<1.0.1', title: 'Opens the door' };
    const holed = { ...locked('new-tool', {}), advisories: [advisory] };
    expect(troublesOf(holed)).toEqual(['node_modules/new-tool 1.0.0: Opens the door (GHSA-x).']);
    expect(troublesOf({ ...holed, advisories: [{ ...advisory, versions: '>=1.0.1' }] })).toEqual([]);
    expect(troublesOf({ ...holed, advisories: [{ ...advisory, accepted: 'Not called.' }] })).toEqual([]);
  });

  it('may not be a range, come without a checksum, or be there for no reason', () => {
    const dependencies = { ...supply.manifest.dependencies, axios: '^1.21.1', 'left-over': '1.0.0' };
    const loose = {
      ...locked('new-tool', { integrity: undefined }),
      manifest: { ...supply.manifest, dependencies },
    };
    expect(troublesOf(loose)).toEqual([
      'axios is not pinned to a version: ^1.21.1.',
      'node_modules/new-tool has no checksum.',
      'build/supply/dependencies.json does not say why left-over is here.',
    ]);
  });
});
