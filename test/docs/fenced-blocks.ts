/** The fenced blocks of a language in a Markdown text, within lists too; '' are those that name none. */
export function fencedBlocks(markdown: string, language: string): readonly string[] {
  const fences = markdown.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm);
  return [...fences].flatMap(([, fence, body = '']) => (fence === language ? [body] : []));
}

/** The commands of blocks of a shell, one for each line. */
export function commandsIn(blocks: readonly string[]): readonly string[] {
  return blocks.flatMap((block) => block.trim().split(/\n\s*/));
}
