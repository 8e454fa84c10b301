#!/bin/sh
# Every command that says or does something, killed at system calls of it: all is old or all is new, what was answered is
# kept, what is private stays so, and whoever comes next is not hindered.
. "$(dirname "$0")/school.sh"
all
tortured 'every command that says or does something stands in the list' missing 0
$slow && some='^(init|iop credit|session record|iop form)' || some='^[^=]'
tortured 'killed' kill 2 "$some"
finish
