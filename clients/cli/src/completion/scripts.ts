/** Shells that can complete. */
export type Shell = "bash" | "zsh" | "fish";

/** Each script calls `geopera __complete` with the words so far; without candidates it offers file names. */
export const COMPLETION_SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: String.raw`_geopera() {
  local word
  COMPREPLY=()
  while IFS=$'\t' read -r word _; do
    COMPREPLY+=("$word")
  done < <(geopera __complete "${"$"}{COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _geopera geopera
`,
  zsh: String.raw`#compdef geopera
_geopera() {
  local -a candidates
  local word description
  while IFS=$'\t' read -r word description; do
    candidates+=("${"$"}{word//:/\\:}:$description")
  done < <(geopera __complete "${"$"}{(@)words[2,$CURRENT]}" 2>/dev/null)
  if (( $#candidates )); then
    _describe geopera candidates
  else
    _files
  fi
}
if [[ $funcstack[1] = _geopera ]]; then
  _geopera "$@"
else
  compdef _geopera geopera
fi
`,
  fish: String.raw`function __geopera_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l candidates (geopera __complete $words[2..-1] 2>/dev/null)
  if test (count $candidates) -gt 0
    printf '%s\n' $candidates
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c geopera -e
complete -c geopera -f -a '(__geopera_complete)'
`,
};
