// What every page has around it.
import type { ReactNode } from 'react';

interface LayoutProps {
  title: string;
  /** Who is signed in, if anyone. */
  name?: string | undefined;
  demonstration: boolean;
  children: ReactNode;
}

export function Layout({ title, name, demonstration, children }: LayoutProps) {
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Sluis`}</title>
        <link rel="stylesheet" href="/sluis.css" />
      </head>
      <body>
        <a className="skip" href="#inhoud">
          Naar de inhoud
        </a>
        {demonstration && <p className="banner">Demonstratie: alle besluiten hier zijn verzonnen.</p>}
        <header>
          <a href="/trajecten">Sluis</a>
          {name !== undefined && (
            <form method="post" action="/afmelden">
              {name} <button type="submit">Afmelden</button>
            </form>
          )}
        </header>
        <main id="inhoud">
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}
