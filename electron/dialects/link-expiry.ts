import { timeOf } from './time-of.ts';

/** Wall clock ms at which a signed link stops working, from the parameters that signing schemes use; else null. */
export const linkExpiry = (url: string): number | null => {
  if (!URL.canParse(url)) return null;
  const parameters = new URL(url).searchParams;
  const moments = [
    timeOf(parameters.get('se')),
    timeOf(parameters.get('Expires')),
    signedAtPlusLife(parameters.get('X-Amz-Date'), parameters.get('X-Amz-Expires')),
    signedAtPlusLife(parameters.get('X-Tos-Date'), parameters.get('X-Tos-Expires')),
    timeOf(parameters.get('e')),
  ];
  return moments.find((moment) => moment !== null) ?? null;
};

const signedAtPlusLife = (signedAt: string | null, lifeSeconds: string | null): number | null => {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(signedAt ?? '');
  if (parts === null || lifeSeconds === null || !/^\d{1,9}$/.test(lifeSeconds)) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const start = Date.parse(
    `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`,
  );
  return Number.isNaN(start) ? null : start + Number(lifeSeconds) * 1000;
};
