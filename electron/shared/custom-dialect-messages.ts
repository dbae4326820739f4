import type {
  CustomDialectField,
  CustomDialectTrouble,
  CustomDialectTroubles,
  DialectTextTrouble,
} from './custom-dialect.ts';
import { words } from './language/spoken.ts';

/** One sentence for all that is wrong, each part with its field. */
export const troublesText = (troubles: CustomDialectTroubles): string => {
  const said = words().dialects;
  return (Object.entries(troubles) as [CustomDialectField, CustomDialectTrouble][])
    .map(([field, trouble]) => said.fieldTrouble(said.fields[field], said.troubles[trouble]))
    .join(said.between);
};

export const dialectTextSentence = (trouble: DialectTextTrouble): string => {
  const { notJson, notADialect, notADialectAt } = words().dialects;
  if (trouble.kind === 'not-json') return notJson;
  if (trouble.kind === 'troubles') return troublesText(trouble.troubles);
  return trouble.at === '' ? notADialect : notADialectAt(trouble.at);
};
