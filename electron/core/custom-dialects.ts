import type { CustomDialect, CustomDialectTroubles, DialectPreview } from '../shared/custom-dialect.ts';
import type { DialectRemovalTrouble, ListedDialect, SavedDialect } from '../shared/custom-dialect.ts';
import type { Gateway } from '../shared/gateway.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { budgetOf } from './budget.ts';
import type { Dialect, DialectNamed, Pacing } from './dialect.ts';
import type { TaskStore } from './store-ports.ts';

/** What the dialects/ folder knows of descriptions. Pure. */
export interface DescribedDialects {
  /** Empty when the description can be used. */
  troublesOf(definition: CustomDialect): CustomDialectTroubles;
  /** For a description without troubles. */
  dialectOf(definition: CustomDialect): Dialect;
  /** What the description would make of an answer of HTTP 200; any text may be the sample. */
  previewOf(definition: CustomDialect, sample: string, remoteId: string): DialectPreview;
}

export interface DialectCommandsDependencies {
  readonly known: readonly Pick<Dialect, 'id' | 'label' | 'pacing'>[];
  readonly dialectNamed: DialectNamed;
  readonly described: DescribedDialects;
  readonly store: Pick<TaskStore, 'customDialects' | 'saveCustomDialect' | 'removeCustomDialect'>;
  readonly gateways: () => readonly Gateway[];
  /** The gateways of a dialect whose description has changed. */
  readonly onChanged: (gatewayIds: readonly string[]) => void;
}

/** The dialects of this version and those that the user has described. */
export interface DialectCommands {
  /** Known ones first, then the described ones, each in the order of their making. */
  list(): readonly ListedDialect[];
  named: DialectNamed;
  /** The description of an API; null for a dialect of this version and for an id that is none. */
  definition(id: string): CustomDialect | null;
  /** Whether there is nothing against a description. */
  isUsable(definition: CustomDialect): boolean;
  /** Descriptions that are stored already are known from now on. */
  take(definitions: readonly CustomDialect[]): void;
  /** Replaces the description of the same id. */
  save(definition: CustomDialect): Result<SavedDialect, CustomDialectTroubles>;
  /** A description that a gateway uses stays. */
  remove(id: string): Result<null, DialectRemovalTrouble>;
  preview: DescribedDialects['previewOf'];
}

const usualPace = (pacing: Pacing | null): Pick<ListedDialect, 'requestsPerSecond'> => ({
  requestsPerSecond: budgetOf({ requestsPerSecond: null }, pacing).requestsPerSecond,
});

export const createDialectCommands = (dependencies: DialectCommandsDependencies): DialectCommands => {
  const { known, dialectNamed, described, store, gateways, onChanged } = dependencies;
  const definitions = new Map(store.customDialects().map((definition) => [definition.id, definition]));
  const built = new Map<string, Dialect>();

  const customNamed: DialectNamed = (id) => {
    const definition = definitions.get(id);
    if (definition === undefined) return null;
    const dialect = built.get(id) ?? described.dialectOf(definition);
    built.set(id, dialect);
    return dialect;
  };

  const users = (id: string): readonly string[] =>
    gateways()
      .filter((gateway) => gateway.dialect === id)
      .map((gateway) => gateway.id);

  return {
    list: () => [
      ...known.map(({ id, label, pacing }) => ({ id, label, isCustom: false, ...usualPace(pacing) })),
      ...[...definitions.values()].map(({ id, label }) => ({
        id,
        label,
        isCustom: true,
        ...usualPace(customNamed(id)?.pacing ?? null),
      })),
    ],
    named: (id) => dialectNamed(id) ?? customNamed(id),
    isUsable: (definition) => Object.keys(described.troublesOf(definition)).length === 0,
    take: (taken) => taken.forEach((definition) => definitions.set(definition.id, definition)),
    definition: (id) => definitions.get(id) ?? null,
    save: (definition) => {
      const troubles = described.troublesOf(definition);
      if (Object.keys(troubles).length > 0) return failed(troubles);
      const { id, label } = definition;
      const replaced = definitions.has(id);
      store.saveCustomDialect(definition);
      definitions.set(id, definition);
      built.delete(id);
      onChanged(users(id));
      return ok({ id, label, isCustom: true, replaced });
    },
    remove: (id) => {
      if (!definitions.has(id)) return failed('unknown-dialect');
      if (users(id).length > 0) return failed('in-use');
      store.removeCustomDialect(id);
      definitions.delete(id);
      built.delete(id);
      return ok(null);
    },
    preview: (definition, sample, remoteId) => described.previewOf(definition, sample, remoteId),
  };
};
