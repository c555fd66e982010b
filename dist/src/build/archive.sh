#!/bin/sh
# archive.sh TREE NAME TIMESTAMP: packs the tree into TREE/../NAME.tar.gz, so that the same tree gives the same bytes, puts the jar
# beside it, and writes the sums of all that is published.
set -eu
tree=$1
name=$2
timestamp=$3
cd "$tree/.."

tar --sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime="$timestamp" --format=gnu -cf "$name.tar" "${tree##*/}"
gzip -n -9 -f "$name.tar"
cp "$tree/lib/bootledger/bootledger.jar" "${tree##*/}.jar"
sha256sum "$name.deb" "$name.tar.gz" "${tree##*/}".cdx.json "${tree##*/}.jar" >SHA256SUMS
