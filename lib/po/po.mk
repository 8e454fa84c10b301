# po.mk - `make po` finds all texts for people and merges them into lib/po/ru.po.
PO_C    := $(sort $(wildcard cmd/*.[ch] lib/*.h lib/*/*.[ch]))
PO_SQL  := $(sort $(wildcard schemas/sql/ask/*.sql schemas/sql/filter/*.sql schemas/sql/sum/*.sql schemas/sql/refuse/*.sql schemas/sql/view/*.sql))

$(BUILD)/nsi.pot: lib/po/texts.pl $(PO_C) $(PO_SQL)
	@mkdir -p $(BUILD)/gen
	perl lib/po/texts.pl $(PO_SQL) $(PO_C) >$(BUILD)/gen/texts.c
	xgettext --from-code=UTF-8 --language=C -k -kN_ -ktr_n:2,3 -kfail:3 -kwarn:2 -kmessage_at:7 --add-location=file \
		--no-wrap --sort-by-file --package-name=nsi --package-version= -o - $(PO_C) $(BUILD)/gen/texts.c | \
		sed '/^"POT-Creation-Date/d; /^#, fuzzy$$/d' >$@.new && mv $@.new $@

po: $(BUILD)/nsi.pot
	msgmerge -q --no-fuzzy-matching --no-wrap --add-location=file --sort-by-file lib/po/ru.po $< | \
		msgattrib --no-obsolete --no-wrap --add-location=file --sort-by-file >lib/po/ru.po.new && mv lib/po/ru.po.new lib/po/ru.po
	@msgfmt --statistics -o /dev/null lib/po/ru.po

.PHONY: po
