#!/bin/sh
# tree.sh JAVA_HOME TREE MAN: lays out what is installed, as it lies below /usr.
set -eu
cd "$(dirname "$0")/../../.."
jdk=$1
tree=$2
man=$3
program=$tree/lib/bootledger
runtime=$program/runtime
fonts=/usr/share/fonts/truetype/dejavu

rm -rf "$tree"
mkdir -p "$program" "$tree/bin" "$tree/share/doc/bootledger"

# What the jars use (jdeps --print-module-deps), and sun.misc.Unsafe.
"$jdk/bin/jlink" --add-modules java.base,java.desktop,java.sql,jdk.unsupported --strip-java-debug-attributes --no-header-files \
    --no-man-pages --vm=server --output "$runtime"
# Of a desktop only the drawing is used.
for library in awt_xawt jawt jsound splashscreen; do rm -f "$runtime/lib/lib$library.so"; done
find "$runtime/bin" -type f ! -name java -delete

[ -f "$fonts/DejaVuSans.ttf" ] || { echo "there is no $fonts: install fonts-dejavu-core" >&2; exit 1; }
mkdir "$runtime/lib/fonts"
cp "$fonts/DejaVuSans.ttf" "$fonts/DejaVuSans-Bold.ttf" "$runtime/lib/fonts"
cp dist/src/main/fonts/fontconfig.properties "$runtime/lib"

cp cli/target/bootledger.jar query/target/bootledger-query.jar query/target/native/libduckdb_java.so_* "$program"
cp cli/src/main/sh/start.sh dist/src/main/sh/installed.sh dist/src/main/sh/bootledger dist/src/main/sh/prepare "$program"
cp traces/samples/amd64-6.1-cloud/dmesg.txt "$program/sample.txt"
cp dist/src/main/sh/install "$tree"
ln -s ../lib/bootledger/bootledger "$tree/bin/bootledger"
cp -R README.md CHANGELOG.md docs "$tree/share/doc/bootledger"

mkdir -p "$tree/share/man/man1" "$tree/share/bash-completion/completions" "$tree/share/zsh/site-functions" \
    "$tree/share/fish/vendor_completions.d"
cp "$man"/*.1 "$tree/share/man/man1"
cp dist/src/main/completion/bootledger.bash "$tree/share/bash-completion/completions/bootledger"
cp dist/src/main/completion/_bootledger "$tree/share/zsh/site-functions"
cp dist/src/main/completion/bootledger.fish "$tree/share/fish/vendor_completions.d"
