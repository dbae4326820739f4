import type {
  CustomDialectField,
  CustomDialectTrouble,
  DialectRemovalTrouble,
} from '../../custom-dialect.ts';

/** The description of an API: its fields, and what can be wrong with it. */
export const dialects = {
  /** The name of a known API: what of it is no name of its own is said in the language. */
  labelled: (label: string) => label,
  /** What the window and the command line call the fields of a description. */
  fields: {
    id: 'Id',
    label: 'Name',
    paths: 'Path',
    headerName: 'Header',
    headerValue: 'Header value',
    status: 'Status',
    progress: 'Progress',
    title: 'Title or prompt',
    model: 'Model',
    video: 'Video link',
    thumbnail: 'Thumbnail link',
    audio: 'Audio link',
    failureCode: 'Failure code',
    failureMessage: 'Failure message',
    createdAt: 'Created',
    updatedAt: 'Updated',
    taskId: 'Task id',
    queued: 'Queued',
    succeeded: 'Succeeded',
    failed: 'Failed',
    cancelled: 'Cancelled',
    gone: 'No such task',
  } satisfies Record<CustomDialectField, string>,
  troubles: {
    'id-malformed':
      'An id is “custom:” and lower-case letters, digits and single hyphens, at most 60 in all.',
    'label-missing': 'Give the API a name.',
    'label-too-long': 'Shorten the name to 60 characters.',
    'path-missing': 'Enter the path that is asked for a task, such as /v1/tasks/{id}.',
    'path-malformed':
      'A path begins with “/” and holds no blanks, “#” or “\\”; {id} is a whole part of it or a whole query value.',
    'path-without-id': 'Put {id} where the task’s id belongs.',
    'path-too-long': 'Shorten the path to 300 characters.',
    'too-many-paths': 'At most five paths can be given.',
    'header-malformed': 'This cannot be a header. Common is Authorization with the value Bearer {key}.',
    'header-not-allowed': 'This header belongs to the connection itself and cannot carry the key.',
    'header-without-key': 'Put {key} once where the key belongs, such as Bearer {key}.',
    'header-too-long': 'Shorten this to 300 characters.',
    'selector-missing': 'Say where the status is, such as $.status. Without it nothing can be told.',
    'selector-malformed': 'This is not a JSONPath. A path looks like $.data.status or $.videos[0].url.',
    'selector-too-broad':
      'Use at most one “..”, one choice in each bracket, and no functions or nested searches in a filter.',
    'selector-too-long': 'Shorten the path to 300 characters.',
    'word-missing': 'Enter at least one word that means success; no task could ever become ready.',
    'word-malformed': 'A word has a letter or digit, no comma, and at most 80 characters.',
    'word-twice': 'One of these words is in another list too. A word can mean one thing only.',
    'too-many-words': 'At most 40 words can be listed.',
  } satisfies Record<CustomDialectTrouble, string>,
  /** What is wrong with a field, one of several. */
  fieldTrouble: (field: string, trouble: string) => `${field}: ${trouble}`,
  between: ' ',
  notJson: 'This is not JSON. Paste the whole description, from { to }.',
  notADialect: 'This is JSON but not the description of an API.',
  notADialectAt: (at: string) => `This is JSON but not the description of an API. Look at “${at}”.`,
  removalTroubles: {
    'unknown-dialect': 'There is no such description.',
    'in-use': 'A gateway uses this API. Give the gateway another kind of API or remove it first.',
  } satisfies Record<DialectRemovalTrouble, string>,
};
