// What a person sees when something is refused, and the page behind the type of every problem.
import type { Refusal, RefusalCode } from '../domain/refusal.js';
import { wordField } from '../wording/fields.js';
import { titleOfCode, wordRefusal } from '../wording/problems.js';
import { toHtml } from './html.js';
import { Layout } from './layout.js';

export function errorPage(refusal: Refusal | null, requestId: string, demonstration: boolean): string {
  return toHtml(
    <Layout title={refusal ? titleOfCode(refusal.code) : 'Fout in Sluis'} demonstration={demonstration}>
      <p>{refusal ? wordRefusal(refusal) : `Er ging bij ons iets mis; meld het met dit kenmerk: ${requestId}.`}</p>
      {refusal && refusal.errors.length > 1 && (
        <ul>
          {refusal.errors.map((error) => (
            <li key={`${error.pointer} ${error.code}`}>{wordField(error)}</li>
          ))}
        </ul>
      )}
      <p>
        <a href="/trajecten">Naar de trajecten</a>
      </p>
    </Layout>,
  );
}

export const problemPage = (refusal: Refusal, code: RefusalCode, demonstration: boolean) => (
  <Layout title={titleOfCode(code)} demonstration={demonstration}>
    <p>{wordRefusal(refusal)}</p>
    <p>
      De code van dit probleem is <code>{code}</code>.
    </p>
  </Layout>
);
