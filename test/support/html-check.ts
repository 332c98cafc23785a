// What is wrong with the HTML of a page as the server sent it, which a browser mends before anything else looks at it: ids that are
// there twice, labels of nothing, elements where they may not be.
import { HtmlValidate } from 'html-validate';
import type { Page, Response } from 'playwright-core';

const checker = new HtmlValidate({ extends: ['html-validate:standard'] });

/** @returns a line for each mistake */
export async function htmlFindings(html: string): Promise<string[]> {
  const { results } = await checker.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  );
}

/** Remembers what a window was sent last as its document. */
export function sentTo(page: Page): { findings: () => Promise<string[]> } {
  let last: Response | undefined;
  page.on('response', (response) => {
    const isRedirect = response.status() >= 300 && response.status() < 400;
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame() && !isRedirect)
      last = response;
  });
  return { findings: async () => (last ? htmlFindings(await last.text()) : ['nothing was sent']) };
}
