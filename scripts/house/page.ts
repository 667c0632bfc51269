const FENCE = /```mermaid\n[\s\S]*?```/;

/** A page with its one Mermaid drawing put in place of the old one. Throws when it has none. */
export function withDrawing(page: string, drawing: string): string {
  if (!FENCE.test(page)) throw new Error('the page has no ```mermaid block');
  return page.replace(FENCE, () => `\`\`\`mermaid\n${drawing}\`\`\``);
}
