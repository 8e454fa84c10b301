# make            build/nsi and build/libnsi.so
# make demo       a school's September in a scratch folder, and its board
# make check      every test; make check-more: those that need heavy tools
# make bench      ratios against the raw libraries
# make po         find the texts for people, merge them into lib/po/ru.po
# make install    PREFIX=/usr/local DESTDIR=

VERSION := $(shell sed -n 's/^.define NSI_VERSION "\(.*\)"/\1/p' lib/nsi.h)
SO      := 0
BUILD   ?= build
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib
CC      ?= cc
CFLAGS  ?= -O2 -g
WARN    := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wvla -Wformat=2 -Wno-format-nonliteral
ifdef WERROR
WARN    += -Werror
endif
ifdef SAN
CFLAGS  := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
endif
ALL     := -std=c17 -D_GNU_SOURCE -fPIC -fvisibility=hidden -ffile-prefix-map=$(CURDIR)=. $(WARN) $(CFLAGS) \
           -Ilib -I$(BUILD)/gen -DPLUGIN_DIR='"$(LIBDIR)/nsi"'
LIBS    := -lyaml -lsqlite3 -lutf8proc -lcsv -lsodium -ldl

# A plugin is built where its libraries are, PLUGIN-NAME_LIBS; without them that is said, and nsi does without it.
have     = $(shell printf '$(foreach h,$(1),\043include <$(h)>\n)' | $(CC) -E -x c - >/dev/null 2>&1 && echo yes)
format-xlsx_NEEDS := libxlsxwriter-dev
reader-xlsx_NEEDS := libzip-dev libexpat1-dev
PLUGINS := $(if $(call have,stdio.h xlsxwriter.h),format-xlsx,$(info without format-xlsx: apt-get install $(format-xlsx_NEEDS))) \
           $(if $(call have,zip.h expat.h),reader-xlsx,$(info without reader-xlsx: apt-get install $(reader-xlsx_NEEDS)))
format-xlsx_C    := lib/plugin/written_cell.c
format-xlsx_LIBS := -lxlsxwriter
reader-xlsx_C    := lib/plugin/workbook_part.c lib/plugin/workbook_index.c
reader-xlsx_LIBS := -lzip -lexpat
ALL += -DPLUGIN_NEEDS='$(foreach p,format-xlsx reader-xlsx,{ "$(p)", "$($(p)_NEEDS)" },)'
PLUGIN_SO := $(patsubst %,$(BUILD)/plugin/%.so,$(strip $(PLUGINS)))

LIB_C   := $(sort $(wildcard lib/*.c lib/base/*.c lib/model/*.c lib/plan/*.c lib/service/*.c lib/store/*.c lib/format/*.c))
CMD_C   := $(sort $(wildcard cmd/*.c))
SQL     := $(sort $(wildcard schemas/sql/*/*.sql) $(wildcard schemas/sql/*.sql))
LIB_O   := $(LIB_C:%.c=$(BUILD)/o/%.o) $(BUILD)/o/sql.o
CMD_O   := $(CMD_C:%.c=$(BUILD)/o/%.o)

all: $(BUILD)/nsi $(BUILD)/libnsi.so $(BUILD)/nsi.pc $(PLUGIN_SO)

$(BUILD)/nsi: $(CMD_O) $(BUILD)/libnsi.so $(BUILD)/gen/cmd.names
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(CMD_O) -L$(BUILD) -lnsi '-Wl,-rpath,$$ORIGIN:$$ORIGIN/../lib'
$(BUILD)/libnsi.so.$(SO): $(LIB_O) $(BUILD)/gen/lib.names
	$(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,libnsi.so.$(SO) -Wl,--as-needed -Wl,-z,defs -o $@ $(LIB_O) $(LIBS)
$(BUILD)/libnsi.so: $(BUILD)/libnsi.so.$(SO)
	ln -sf libnsi.so.$(SO) $@
$(BUILD)/libnsi.a: $(LIB_O) $(BUILD)/gen/lib.names
	rm -f $@; ar rcs $@ $(LIB_O)

$(BUILD)/plugin/%.so: lib/plugin/%.c $(wildcard lib/plugin/w*) lib/nsi.h
	@mkdir -p $(@D)
	$(CC) $(ALL) $(LDFLAGS) -shared -Wl,-z,defs -o $@ $< $($*_C) $($*_LIBS)

$(BUILD)/o/%.o: %.c | $(BUILD)/gen/sql-list.h $(BUILD)/gen/ru.mo.h
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -c -o $@ $<
$(BUILD)/o/sql.o: $(BUILD)/gen/sql.c
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -c -o $@ $<
# A file that is gone is noticed by the list that it leaves.
$(BUILD)/gen/sql.names: NAMES = $(SQL)
$(BUILD)/gen/lib.names: NAMES = $(LIB_C)
$(BUILD)/gen/cmd.names: NAMES = $(CMD_C)
$(BUILD)/gen/%.names: always
	@mkdir -p $(@D)
	@echo '$(NAMES)' | cmp -s - $@ || echo '$(NAMES)' >$@
$(BUILD)/gen/sql-list.h: $(SQL) schemas/sql/embed.awk $(BUILD)/gen/sql.names
	@mkdir -p $(@D)
	LC_ALL=C awk -v what=h -f schemas/sql/embed.awk $(SQL) >$@.new && mv $@.new $@
$(BUILD)/gen/sql.c: $(SQL) schemas/sql/embed.awk $(BUILD)/gen/sql.names
	@mkdir -p $(@D)
	LC_ALL=C awk -v what=c -v stamp="$$(cat $(SQL) schemas/sql/embed.awk | cksum | tr ' ' -)" -f schemas/sql/embed.awk $(SQL) >$@.new && mv $@.new $@
$(BUILD)/gen/ru.mo.h: lib/po/ru.po
	@mkdir -p $(@D)
	msgfmt -o $(BUILD)/gen/ru.mo $<
	{ echo 'static const unsigned char ru_mo[] __attribute__((aligned(4))) = {'; od -An -v -tx1 $(BUILD)/gen/ru.mo | sed 's/ \(..\)/0x\1,/g'; echo '};'; } >$@.new && mv $@.new $@
$(BUILD)/nsi.pc: lib/nsi.pc.in lib/nsi.h
	sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@VERSION@|$(VERSION)|' $< >$@

-include $(shell find $(BUILD)/o -name '*.d' 2>/dev/null)

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(LIBDIR)/nsi $(DESTDIR)$(PREFIX)/include \
		$(DESTDIR)$(PREFIX)/share/nsi
	install -m 755 $(BUILD)/nsi $(DESTDIR)$(PREFIX)/bin/nsi
	install -m 755 $(BUILD)/libnsi.so.$(SO) $(DESTDIR)$(LIBDIR)/libnsi.so.$(SO)
	ln -sf libnsi.so.$(SO) $(DESTDIR)$(LIBDIR)/libnsi.so
	for p in $(PLUGIN_SO); do install -m 755 $$p $(DESTDIR)$(LIBDIR)/nsi/; done
	install -m 644 $(BUILD)/nsi.pc $(DESTDIR)$(LIBDIR)/pkgconfig/nsi.pc
	install -m 644 lib/nsi.h $(DESTDIR)$(PREFIX)/include/nsi.h
	for p in man/*.[1-8]; do install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man$${p##*.} $$p || exit 1; done
	for p in man/ru/*.[1-8]; do install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/ru/man$${p##*.} $$p || exit 1; done
	cp -R examples $(DESTDIR)$(PREFIX)/share/nsi/

clean:
	rm -rf $(BUILD)

include lib/po/po.mk
include tests/tests.mk

.PHONY: all install clean always
