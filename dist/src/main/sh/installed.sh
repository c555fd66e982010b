# Where things are in an installed Bootledger, all below $built, with a Java of its own; nothing is built here.
java=$built/runtime/bin/java
jar=$built/bootledger.jar
archive=$built/bootledger.jsa
sample=$built/sample.txt
nothing_helps="install it again"

make_engine() { fail "$built/bootledger-query.jar is missing: install bootledger again"; }

mend_archive() {
    rm -f "$archive" 2>/dev/null || :
    if [ -f "$archive" ]; then
        say "Java broke off: the archive of its classes is damaged: let the owner of $built run $built/prepare"
        archive=$built/none
    else
        say "Java broke off: the archive of its classes is damaged, and made anew"
        make_archive
    fi
}

. "$built/start.sh"
find_version
