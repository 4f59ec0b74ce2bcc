import type { ComponentChildren } from 'preact';
import { asset } from '../../assets';

interface TabletPageProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The frame of what a patient sees: large, without a way to anywhere else. */
export function TabletPage({ title, children }: TabletPageProps) {
  return (
    <html lang="en" class="tablet">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>{title}</title>
        <link rel="stylesheet" href={asset('web.css')} />
        <script type="module" src={asset('check-in.js')} />
      </head>
      <body>
        <main id="main">
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}
