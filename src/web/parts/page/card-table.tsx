import type { ComponentChildren } from 'preact';

export interface CardRow {
  readonly key: string;
  /** A cell for each head; the first one names the row. */
  readonly cells: readonly ComponentChildren[];
}

interface CardTableProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly CardRow[];
}

/** A table whose rows are cards on a phone, each cell beside its head: there columns would break words. */
export function CardTable({ title, heads, rows }: CardTableProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={title}>
      <table class="table cards">
        <caption>{title}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]}>
                  <span class="card-head" aria-hidden="true">
                    {heads[at + 1]}
                  </span>
                  <div>{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
