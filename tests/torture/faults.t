#!/bin/sh
# Memory, disk, system calls, descriptors and room that fail at one point, or from it on: all is old or all is new, and the
# exit code tells which.
. "$(dirname "$0")/school.sh"
all
three='^(module load|iop enrol ../list|session record)'
tortured 'an allocation fails' memory 16 "$three"
tortured 'each from then on' memory-on 16 "$three"
tortured 'a request of SQLite to its files fails' disk 16 "$three"
tortured 'each from then on' disk-on 16 "$three"
tortured 'a system call fails' errors 6 '^(init|backup|-C|iop credit|session record|iop fill|report board -o)'
some='^(iop credit p07 inv-vidy --reason зачёт-щщ$|backup|= report board$|iop list)'
$slow && some='^(iop credit p07 inv-vidy --reason зачёт-щщ$|= report board$)'
tortured 'descriptors are closed, or their disk is full' descriptors 0 "$some"
tortured 'files may not grow' sizes 4 "$some"
tortured 'a disk is full' room 4 "$some"
finish
