import { useId, type ReactNode } from 'react'
import classes from './page.module.css'

interface PageProps {
  readonly title: string
  /** One line under the title. */
  readonly about?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A screen that is read from top to bottom: a title, what can be done, and one column that scrolls. */
export function Page({ title, about, actions, children }: PageProps) {
  const titleId = useId()
  return (
    <section className={classes.page} aria-labelledby={titleId} data-pane tabIndex={-1}>
      <div className={classes.column}>
        <header className={classes.header}>
          <div className={classes.titles}>
            <h1 id={titleId} className={classes.title}>
              {title}
            </h1>
            {about !== undefined && <div className={classes.about}>{about}</div>}
          </div>
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </section>
  )
}

/** A part of a page, with its heading. */
export function PagePart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId()
  return (
    <section className={classes.part} aria-labelledby={titleId}>
      <h2 id={titleId} className={classes.partTitle}>
        {title}
      </h2>
      {children}
    </section>
  )
}
