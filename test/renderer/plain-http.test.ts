import { expect, it } from 'vitest';
import { asksForPlainHttp } from '../../renderer/plain-http.ts';

it.each(['http://gw.example.com', ' http://192.168.1.4:8080/api '])('asks about %s', (url) => {
  expect(asksForPlainHttp(url)).toBe(true);
});

it.each([
  'https://gw.example.com',
  'http://127.0.0.1:8080',
  'http://localhost',
  'http://[::1]:3000',
  'gw.example.com',
  '',
])('does not ask about “%s”', (url) => {
  expect(asksForPlainHttp(url)).toBe(false);
});
