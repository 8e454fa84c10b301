# library.awk - nsi(3) of lib/nsi.h and of the example: awk -f library.awk lib/nsi.h examples/library/who.c
# The comment on top is the description; each "/* ---- title ---- */" begins a section; what stands there is shown as it
# stands, but for what the compiler alone wants.
function escaped(s) {
	gsub(/\\/, "\\e", s)
	gsub(/-/, "\\-", s)
	gsub(/\t/, "        ", s)
	if (s ~ /^[.']/)
		s = "\\&" s
	return s
}
function literal() {
	if (!open)
		print ".Bd -literal"
	open = 1
}
function closed() {
	if (open)
		print ".Ed"
	open = 0
}
BEGIN {
	print ".\\\" made by `make man` from lib/nsi.h and examples/library/who.c; do not edit"
	print ".Dd November 24, 2026\n.Dt NSI 3\n.Os nsi"
	print ".Sh NAME\n.Nm libnsi\n.Nd the library below nsi: programmes, a journal, questions"
	print ".Sh SYNOPSIS\n.In nsi.h\n.Pp\ncc $(pkg\\-config \\-\\-cflags nsi) FILE.c $(pkg\\-config \\-\\-libs nsi)"
	print ".Sh DESCRIPTION"
}
FNR != NR { example[++lines] = $0; next }
!described {
	if (/^ \*\//) {
		described = 1
		if (listed)
			print ".El"
	} else if (FNR == 1) {
		sub(/^\/\* nsi.h - /, "")
		print escaped($0)
	} else if (/^ \*  - /) {
		if (!listed++)
			print ".Bl -bullet"
		print ".It"
		print escaped(substr($0, 7))
	} else if (/^ \* *[^ ]/) {
		sub(/^ \* */, "")
		print escaped($0)
	}
	next
}
/^\/\* ---- / {
	closed()
	sub(/^\/\* -* /, "")
	sub(/ -*( \*\/)?$/, "")
	started = 1
	blank = 0
	print ".Sh " toupper(escaped($0))
	next
}
/^#endif|^#ifdef|^extern "C"/ { if (started) exit_text = 1; next }
/^#(ifndef|include|define)/ || /^struct nsi;$/ { next }
/^}$/ && exit_text { next }
!started {
	if (/^$/)
		next
	started = 1
	print ".Sh STATUS"
}
/^$/ { blank = open; next }
{
	sub(/^NSI_API /, "")
	literal()
	if (blank)
		print ""
	blank = 0
	print escaped($0)
}
END {
	closed()
	print ".Sh EXAMPLES\nWho can teach a unit:\n.Bd -literal"
	for (i = 1; i <= lines; i++)
		print escaped(example[i])
	print ".Ed\n.Sh SEE ALSO\n.Xr nsi 1 ,\n.Xr nsi-views 5"
}
