import { chinese } from './chinese.ts';
import { english } from './english.ts';
import type { Spoken } from './spoken.ts';

export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];

/** What the user chose: a language, or that of the system. */
export type LanguageChoice = 'system' | Language;

export const languageChoices: readonly LanguageChoice[] = ['system', ...languages];

export const spokenIn: Readonly<Record<Language, Spoken>> = {
  en: { locale: 'en-GB', words: english },
  zh: { locale: 'zh-CN', words: chinese },
};

/** Each language in its own words, so that whoever cannot read the others finds it. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '简体中文' };

/** The language of a tag such as "zh-CN", "zh_CN.UTF-8" or "C"; English for everything that Taskbell does not speak. */
export const languageOf = (tag: string): Language => (/^zh\b/i.test(tag.replace('_', '-')) ? 'zh' : 'en');
