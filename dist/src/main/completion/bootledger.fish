# Completion of bootledger for fish: the program itself says what a word may become, and fish offers files besides.
function __bootledger_complete
    set --local words (commandline --tokenize --current-process --cut-at-cursor)
    $words[1] complete -- $words[2..] (commandline --current-token --cut-at-cursor) 2>/dev/null
end
complete --command bootledger --arguments '(__bootledger_complete)'
