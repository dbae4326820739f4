import { describe, expect, it } from 'vitest';
import { withRunningApp } from './harness.ts';

describe('vault', () => {
  it('says where keys are and how that is', async () => {
    const line = await withRunningApp();
    expect(await line.run('vault', 'status')).toBe(0);
    expect(line.out).toBe('Keys are kept in the system’s keyring.\n');
    line.app.vault = { kind: 'file', locked: true, trouble: 'key-file-locked', leftovers: ['keyring'] };
    await line.run('vault', 'status');
    expect(line.out).toMatch(/encrypted file\.\nIt is locked.*\nCopies are still in the keyring/);
    await line.run('vault', 'status', '--json');
    expect(JSON.parse(line.out)).toEqual(line.app.vault);
  });

  it('takes a passphrase from standard input alone', async () => {
    const line = await withRunningApp();
    line.stdin = 'correct horse\n';
    expect(await line.run('vault', 'unlock')).toBe(0);
    line.stdin = 'wrong\n';
    expect(await line.run('vault', 'unlock')).toBe(1);
    expect(line.app.passphrases).toEqual(['correct horse', 'wrong']);
    line.stdin = '';
    expect(await line.run('vault', 'unlock')).toBe(2);
    expect(await line.run('vault', 'unlock', 'correct horse')).toBe(2);
    expect(line.err).not.toContain('horse');
  });

  it('moves keys; a passphrase has to come twice, and the same', async () => {
    const line = await withRunningApp();
    line.stdin = 'correct horse\ncorrect horse\n';
    expect(await line.run('vault', 'move', 'file')).toBe(0);
    line.stdin = 'correct horse\ncorrect house\n';
    expect(await line.run('vault', 'move', 'file')).toBe(2);
    line.stdin = '';
    expect(await line.run('vault', 'move', 'memory', '--leave-keys')).toBe(0);
    expect(await line.run('vault', 'move', 'cloud')).toBe(2);
    expect(line.app.moves).toEqual([
      { to: 'file', passphrase: 'correct horse', leaveKeys: false },
      { to: 'memory', passphrase: null, leaveKeys: true },
    ]);
  });

  it('changes the passphrase and forgets all keys', async () => {
    const line = await withRunningApp();
    line.stdin = 'correct horse\nbattery staple\nbattery staple\n';
    expect(await line.run('vault', 'passphrase')).toBe(0);
    expect(line.app.passphrases).toEqual(['correct horse', 'battery staple']);
    expect(await line.run('vault', 'forget')).toBe(0);
    expect(await line.run('vault')).toBe(2);
    expect(line.err).toContain('status, unlock, move, passphrase or forget');
  });
});

describe('gateway key', () => {
  it('puts another key in the place of the one before', async () => {
    const line = await withRunningApp();
    line.stdin = 'sk-first-0123456789';
    await line.run('gateway', 'add', 'studio', '--url', 'https://api.example.com', '--key-stdin');
    line.stdin = 'sk-second-9876543210';
    expect(await line.run('gateway', 'key', 'studio', '--key-stdin')).toBe(0);
    expect(line.out).toContain('ends in 3210');
    expect(line.app.keys.get('studio')).toBe('sk-second-9876543210');
    expect(await line.run('gateway', 'key', 'unknown', '--key-stdin')).toBe(2);
  });
});
