# Completion of bootledger for bash: the program itself says what a word may become, and files are offered where it knows of nothing.
_bootledger() {
    local word meaning
    COMPREPLY=()
    while IFS=$'\t' read -r word meaning; do
        COMPREPLY+=("$word")
    done < <("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    # A word that may go on behind = is not finished.
    [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace
}
complete -o bashdefault -o default -F _bootledger bootledger
