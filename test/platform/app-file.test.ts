import { describe, expect, it } from 'vitest';
import { fileOf } from '../../electron/platform/app-file.ts';

const root = '/opt/taskbell/renderer';
const fileAt = (url: string) => fileOf(url, 'app://taskbell', root);

describe('an address of the window’s own origin', () => {
  it.each([
    ['app://taskbell/', `${root}/index.html`],
    ['app://taskbell/index.html?theme=dark#detail', `${root}/index.html`],
    ['app://taskbell/assets/index-B2x.js', `${root}/assets/index-B2x.js`],
    ['app://taskbell/a%20b.css', `${root}/a b.css`],
    // The URL parser takes these dots out, so they lead nowhere else.
    ['app://taskbell/../../etc/passwd', `${root}/etc/passwd`],
    ['app://taskbell/%2e%2e/%2E%2E/etc/passwd', `${root}/etc/passwd`],
    // Decoded once only: a file of this name is not there.
    ['app://taskbell/%252e%252e%252fetc%252fpasswd', `${root}/%2e%2e%2fetc%2fpasswd`],
  ])('%s stands for a file below the root', (url, file) => {
    expect(fileAt(url)).toBe(file);
  });

  it.each([
    'app://taskbell/..%2f..%2fetc%2fpasswd',
    'app://taskbell/assets/..%2F..%2f..%2fetc/passwd',
    'app://taskbell/index.html%00.png',
    'app://taskbell/%zz',
    'app://taskbell/%c3%28',
  ])('%s stands for no file', (url) => {
    expect(fileAt(url)).toBeNull();
  });

  it.each(['app://taskbell/..\\..\\secret.html', 'app://taskbell/..%5c..%5csecret.html'])(
    '%s never leaves the root, whichever way this system parts its paths',
    (url) => {
      const file = fileAt(url);
      expect(file === null || file.startsWith(`${root}/`)).toBe(true);
    },
  );
});

describe('another address', () => {
  it.each([
    'app://elsewhere/index.html',
    'app://taskbell.example/index.html',
    'app://taskbell:8080/index.html',
    'file:///opt/taskbell/renderer/index.html',
    'https://taskbell/index.html',
    'app:index.html',
    'no url',
    '',
  ])('%s stands for no file', (url) => {
    expect(fileAt(url)).toBeNull();
  });
});
