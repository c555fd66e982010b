# How the program is started: sourced by the launcher of a checkout and by the one that is installed. Each says where things are:
# $java, $jar, $archive of its classes, $sample of a log, $built, where both lie, and what helps if $nothing_helps; and how to
# make_engine and mend_archive.
set -eu

# What a terminal would obey is not said: control characters, and those above ASCII (U+0080 to U+009F) as a character of UTF-8 or as a
# byte outside of one. Characters of UTF-8 stand between bytes 1 and 2 meanwhile.
say() {
    outside=$(printf 's/\302[\200-\237]/?/g
s/[\303-\337][\200-\277]|\340[\240-\277][\200-\277]|[\341-\357][\200-\277]{2}|[\360-\364][\200-\277]{3}/\001&\002/g
:a
s/(^|\002)([^\001]*)[\200-\237]/\\1\\2?/
ta')
    printf 'bootledger: %s\n' "$*" | tr '\001-\010\013-\037\177' '?' | LC_ALL=C sed -E "$outside" | tr -d '\001\002' >&2
}
fail() { say "$*"; exit 2; }

# git bisect takes up to 127 for a bad commit: for it, what goes wrong here is told as bisect-run tells its own faults.
stops=0
if [ "${1-}" = bisect-run ]; then stops=128; fi

# Exit code 1 is the gate's word alone: a command of this script that fails is a fault of ours.
end() {
    code=$?
    if [ -n "$preparing" ]; then clean_up; fi
    if [ "$code" = 1 ]; then
        say "it could not be started, for the reason above"
        code=70
    fi
    case $code in 2 | 70) code=$((code + stops)) ;; esac
    trap - EXIT
    exit "$code"
}

# What this start wrote on the way.
clean_up() { rm -rf "$built"/*.$$ "$built"/.bootledger.*.$$.*; }

# A closed stream would be given to the first file that is opened. Standard output is opened to be read only, so that it is said when
# something should be written to it.
open_streams() {
    true 3>&2 || exec 2>/dev/null
    { true 3<&0; } 2>/dev/null || exec </dev/null
    { true 3>&1; } 2>/dev/null || exec 1</dev/null
}

# $java_version, whose number is $major, and how such a Java takes an archive of classes: from 25 on in a form that also keeps how
# they are linked.
find_version() {
    java_version=
    release=${java%/bin/java}/release
    if [ -r "$release" ]; then
        while IFS='=' read -r name value; do
            if [ "$name" = JAVA_VERSION ]; then java_version=$value; fi
        done <"$release"
    else
        java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    fi
    java_version=${java_version#\"}
    java_version=${java_version%\"}
    major=${java_version%%[!0-9]*}
    if [ "${major:-0}" -ge 25 ]; then
        take_archive=-XX:AOTCache=
        insist=-XX:AOTMode=on
    else
        take_archive=-XX:SharedArchiveFile=
        insist=-Xshare:on
    fi
}

# The classes of one run, in an archive of their own with those of Java itself: one on top of Java's own archive leaves out the
# files of old compilers, with which the options are read. (AOTCacheOutput makes such a one as well.)
make_archive() {
    rm -f "$archive"
    made=$built/.bootledger.archive.$$.new
    listed=$built/bootledger.classes.$$
    if [ "$take_archive" = -XX:AOTCache= ]; then
        practise -XX:AOTCacheOutput="$made"
    else
        practise -XX:DumpLoadedClassList="$listed"
        "$java" -Xshare:dump -Xlog:disable -XX:SharedClassListFile="$listed" -XX:SharedArchiveFile="$made" -cp "$jar" >/dev/null 2>&1 || :
    fi
    [ ! -f "$made" ] || mv -f "$made" "$archive"
    clean_up
}

# A run that loads what most runs load.
practise() {
    "$java" $options "$1" -jar "$jar" analyze "$sample" --text --out "$built/bootledger.warm.$$" >/dev/null 2>&1 || :
}

# What only the shell can tell cheaply: which streams are terminals, and how wide they are.
find_terminal() {
    terminal=
    if [ -t 1 ]; then terminal=out; fi
    if [ -t 2 ]; then
        terminal=$terminal,err
        if [ -z "${COLUMNS:-}" ] && size=$(stty size <&2 2>/dev/null); then
            COLUMNS=${size#* }
            export COLUMNS
        fi
    fi
}

# Java beside this shell, which ends it when told to end. Only from outside can a Java that does not start be told from a gate that
# says no: both end with 1.
run() {
    child=
    interrupted=
    trap 'interrupted=1; end_child' INT
    trap end_child HUP TERM
    # Java takes file names and the system's messages in the locale's encoding and language. What runs beside a shell is given no
    # standard input unless by another name.
    exec 3<&0
    LC_ALL=C.UTF-8 "$java" $options "$take_archive$archive" -XX:ErrorFile="$crash" ${BOOTLEDGER_JAVA_OPTIONS:-} \
        -Dbootledger.launcher=$$ -Dbootledger.terminal="$terminal" -jar "$jar" "$@" <&3 3<&- &
    child=$!
    exec 3<&-
    while
        code=0
        wait "$child" || code=$?
        kill -0 "$child" 2>/dev/null
    do :; done
    if [ -n "$interrupted" ]; then code=130; fi
    crash_log=$built/java-crash-$child.log
    if [ "$code" = 1 ] && [ -f "$crash_log" ]; then code=134; fi
}

end_child() { if [ -n "$child" ]; then kill -TERM "$child" 2>/dev/null || :; fi; }

# Java breaks off when the archive of its classes is damaged: then it starts without it, and finds it wrong when told to look.
is_damaged() {
    [ -f "$archive" ] && "$java" $options -Xshare:off -version >/dev/null 2>&1 || return 1
    ! "$java" $options $insist -XX:+VerifySharedSpaces "$take_archive$archive" -cp "$jar" -version >/dev/null 2>&1
}

# Did it break off before it came to us, who could have written something?
was_at_once() {
    if [ -f "$crash_log" ]; then [ -z "$(sed -n '/io[./]bootledger/p' "$crash_log")" ]; else [ "$code" = 1 ]; fi
}

# What is read once is read soonest by the first compiler alone. What simulates, hashes or draws is worth the second one, but not its
# habit of inlining everything, nor of beginning at once.
choose_compilers() {
    case ${1-}:${2-} in
        simulate:* | ingest:* | store:* | stats:* | history:* | gate:calibrate | gate:power)
            options="$options -XX:Tier4InvocationThreshold=30000 -XX:Tier4MinInvocationThreshold=3000 -XX:Tier4CompileThreshold=90000
                -XX:Tier4BackEdgeThreshold=200000 -XX:FreqInlineSize=60 -XX:MaxInlineLevel=4"
            ;;
        *) options="$options -XX:TieredStopAtLevel=1" ;;
    esac
}

start() {
    if [ -w "$built" ]; then crash=$built/java-crash-%p.log; fi
    find_terminal
    choose_compilers "$@"
    run "$@"
    # Launcher.WANTS_ENGINE: nothing was read nor written yet.
    if [ "$code" = 62 ]; then
        make_engine
        run "$@"
    fi
    case $code in
        1 | 134 | 135 | 139)
            if is_damaged; then
                mend_archive
                if was_at_once; then
                    rm -f "$crash_log"
                    run "$@"
                fi
            fi
            ;;
    esac
    trap - EXIT
    case $code in
        61) exit 1 ;; # Launcher.REGRESSED
        1)
            say "Java could not start, for the reason above: is memory limited (ulimit -v), or is BOOTLEDGER_JAVA_OPTIONS wrong? If nothing helps, $nothing_helps"
            exit $((70 + stops))
            ;;
        134 | 135 | 139)
            say "Java itself broke off: start again, and if it does so again, report it with $crash_log"
            exit $((70 + stops))
            ;;
        *) exit "$code" ;;
    esac
}

preparing=
trap end EXIT
open_streams
crash=/dev/null
# Classes may lie where they do in their archive: to move them at each start takes as long as half a bare start of Java.
options="-Xmx256m -XX:+UseSerialGC -XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Xlog:disable
    -XX:+DisplayVMOutputToStderr -XX:-CreateCoredumpOnCrash -Djava.awt.headless=true"
