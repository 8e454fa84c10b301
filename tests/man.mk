# man.mk - `make man`: the manual from the tables and what man/*.txt adds. Pages are committed.
MAN := nsi.1 nsi-module.1 nsi-iop.1 nsi-quantum.1 nsi-session.1 nsi-report.1 nsi-year.1 nsi-programme.5
man: all
	@for p in $(MAN); do \
		name=$${p%.*}; group=$${name#nsi-}; \
		LC_ALL=C $(BUILD)/nsi --lang en help --man $$group man/$$name.txt >man/$$p.new && mv man/$$p.new man/$$p || exit 1; \
	done
.PHONY: man
