import type { DescribedDialects } from '../core/custom-dialects.ts';
import { troublesOf } from './custom-definition.ts';
import { previewOf } from './custom-preview.ts';
import { customDialect } from './custom.ts';

/** Dialects that are described by users, for createApp. */
export const describedDialects: DescribedDialects = { troublesOf, dialectOf: customDialect, previewOf };
