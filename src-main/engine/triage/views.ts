import { VIEW_QUESTIONS, ViewName } from '../../contract/views.ts'

/** The ready-made views, each a question, in the order they are shown. */
export const VIEWS: readonly { readonly name: ViewName; readonly where: string }[] = ViewName.options.map(
  (name) => ({ name, where: VIEW_QUESTIONS[name] }),
)
