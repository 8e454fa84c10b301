# man.mk - `make man`: the manual from the tables and what man/*.txt adds, in English and in Russian (man/ru); nsi.3
# from lib/nsi.h. Pages are committed.
MAN := nsi.1 nsi-module.1 nsi-iop.1 nsi-quantum.1 nsi-session.1 nsi-report.1 nsi-year.1 nsi-programme.5 nsi-views.5 nsi-tutorial.7
man: all
	@for p in $(MAN); do for l in en ru; do \
		name=$${p%.*}; page=$${name#nsi-}; dir=man; [ $$l = en ] || dir=man/ru; \
		LC_ALL=C $(BUILD)/nsi --lang $$l help --man $$page $$dir/$$name.txt >$$dir/$$p.new && mv $$dir/$$p.new $$dir/$$p || exit 1; \
	done; done
	@LC_ALL=C awk -f man/library.awk lib/nsi.h examples/library/who.c >man/nsi.3.new && mv man/nsi.3.new man/nsi.3
.PHONY: man
