/** Which of the toolbar's menus is open. */
export type OpenMenu = 'none' | 'tag' | 'resolve' | 'snooze' | 'wait' | 'why'

/** Which pane is shown where only one fits. */
export type Pane = 'list' | 'reading'
