import { type CommonFlags, parsePlaceFlags } from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

/**
 * What each shell runs when a line that begins with `kpi` is completed: it asks the program itself, and offers files
 * where that has nothing.
 */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_kpi() {
  local IFS=$'\\n'
  COMPREPLY=($(kpi complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _kpi kpi
`,
  zsh: `#compdef kpi
_kpi() {
  local -a candidates
  candidates=("\${(@f)$(kpi complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n $candidates[1] ]]; then compadd -a candidates; else _files; fi
}
compdef _kpi kpi
`,
  fish: `function __kpi_complete
  set -l words (commandline -opc)
  set -l token (commandline -ct)
  kpi complete -- $words[2..-1] "$token" 2>/dev/null
end
complete -c kpi -f -n 'test (count (__kpi_complete)) -gt 0' -a '(__kpi_complete)'
`,
  // Of what npm installs on Windows, kpi.cmd keeps the --, and kpi.ps1 does not. Before 7.3 an empty word needs quotes.
  powershell: `Register-ArgumentCompleter -Native -CommandName kpi -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $kpi = (Get-Command kpi -CommandType Application | Select-Object -First 1).Source
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  $empty = if ($PSVersionTable.PSVersion -lt [version]'7.3') { '""' } else { '' }
  $last = if ($wordToComplete) { $wordToComplete } else { $empty }
  & $kpi complete '--' @words $last 2>$null | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
};

/** `kpi completion`: a script for a shell. */
export async function completion({
  flags,
  arguments: [shell],
}: Invocation<CommonFlags, readonly [string]>): Promise<CommandResult> {
  const { language = 'zh' } = parsePlaceFlags(flags);
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (script === undefined) {
    throw usageError('usage.unknown_shell', {
      given: shell,
      shells: Object.keys(SCRIPTS).join(', '),
    });
  }
  return { language, data: { text: () => script } };
}
