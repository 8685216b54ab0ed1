import classes from './kit.module.css'

/** The dot in a brand's colour; say the name beside it, or pass it as the label. */
export function BrandMark({ colour, label }: { readonly colour: string; readonly label?: string }) {
  const said =
    label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label }
  return <span className={classes.mark} style={{ backgroundColor: colour }} {...said} />
}

export function BrandName({ name, colour }: { readonly name: string; readonly colour: string }) {
  return (
    <span className={classes.brandName}>
      <BrandMark colour={colour} />
      <span dir="auto">{name}</span>
    </span>
  )
}
