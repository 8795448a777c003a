import type { ReactElement } from 'react'
import type { Block, Paper } from './paper.ts'
import { useTexts } from './texts.ts'

/** One form on A4, black on white; what does not fit goes on to the next page, no line is cut. */
export function PaperSheet(props: {
  readonly paper: Paper
  readonly company: string
  readonly foot: string
}): ReactElement {
  const { paper, company, foot } = props
  const t = useTexts()
  const heading = (
    <header>
      <span>{company}</span>
      <h2>{paper.title}</h2>
    </header>
  )
  return (
    <article className="print-paper" aria-label={paper.title}>
      {heading}
      {paper.blocks.length === 0 ? <p>{t('nothing')}</p> : null}
      {paper.blocks.map((block, index) =>
        block.kind === 'new-sheet' ? (
          // Blocks are built anew with each view and never move.
          <div key={index} className="print-new-sheet">
            {heading}
          </div>
        ) : (
          <BlockView key={index} block={block} />
        ),
      )}
      <footer>{foot}</footer>
    </article>
  )
}

function BlockView({
  block,
}: {
  readonly block: Exclude<Block, { kind: 'new-sheet' }>
}): ReactElement {
  switch (block.kind) {
    case 'facts':
      return (
        <table className="print-facts">
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">{row.label}</th>
                <td>{row.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'table':
      return <Lines block={block} />
    case 'signatures':
      return (
        <div className="print-signatures">
          {block.signatures.map((signature) => (
            <p key={signature.label}>
              <span>{signature.label}</span>
              <b>{signature.name}</b>
              <span>{signature.date}</span>
            </p>
          ))}
        </div>
      )
  }
}

function Lines({ block }: { readonly block: Extract<Block, { kind: 'table' }> }): ReactElement {
  const isFigure = (column: number): boolean => column >= block.heads.length - block.figures
  return (
    <table className="print-lines">
      {block.title === '' ? null : <caption>{block.title}</caption>}
      <thead>
        <tr>
          {block.heads.map((head, column) => (
            <th key={head} scope="col" className={isFigure(column) ? 'print-figure' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={column} className={isFigure(column) ? 'print-figure' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
        {block.total === '' ? null : (
          <tr>
            <td colSpan={block.heads.length} className="print-figure">
              <b>{block.total}</b>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
