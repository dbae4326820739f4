import {
  createAnswerCommands,
  type AnswerCommands,
  type AnswerCommandsDependencies,
} from './answer-commands.ts';
import { createChecker, type CheckerDependencies } from './checker.ts';
import { createChecking, type Checking, type CheckingDependencies } from './checking.ts';
import { createLastAnswers } from './last-answers.ts';

export interface AskingDependencies
  extends
    Omit<CheckingDependencies, 'checkerWithin'>,
    Pick<CheckerDependencies, 'http' | 'credentials' | 'testOutcome'>,
    Pick<AnswerCommandsDependencies, 'clipboard'> {}

/** How gateways are asked, and what they answered last. */
export interface Asking {
  readonly checking: Checking;
  readonly answers: AnswerCommands;
}

export const createAsking = (dependencies: AskingDependencies): Asking => {
  const { clock, http, credentials, dialectNamed, testOutcome } = dependencies;
  const answers = createLastAnswers();
  const onAnswer: CheckerDependencies['onAnswer'] = (gatewayId, remoteId, answer) =>
    answers.note(gatewayId, remoteId, answer, clock.now());
  return {
    checking: createChecking({
      ...dependencies,
      checkerWithin: (limits) =>
        createChecker({ clock, http, credentials, dialectNamed, testOutcome, ...limits, onAnswer }),
    }),
    answers: createAnswerCommands({ ...dependencies, answers }),
  };
};
