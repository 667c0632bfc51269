#!/bin/sh
# To be double-clicked: a terminal in which kpi is a command.
case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
here=$(CDPATH= cd -- "$here" && pwd)
PATH="$here:$PATH"
export PATH
if [ ! -t 0 ] && [ -z "$KPI_STARTED" ] && command -v x-terminal-emulator >/dev/null; then
  KPI_STARTED=1 exec x-terminal-emulator -e "$here/kpi-start.sh"
fi
cd "$HOME" || exit 1
kpi --help
exec "${SHELL:-/bin/sh}"
