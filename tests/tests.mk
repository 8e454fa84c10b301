# tests.mk - what `make check` runs. A new case is one line or one file, see CONTRIBUTING.md.
TEST_C  := $(sort $(wildcard tests/unit/*.c))
TESTS   := $(TEST_C:tests/unit/%.c=$(BUILD)/tests/%)

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libnsi.a
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -MF $(BUILD)/o/test-$*.d -o $@ $< $(BUILD)/libnsi.a $(LDFLAGS) $(LIBS) -lcmocka
# Random journals against a naive model; a failing one prints the seed that gives it again.
PROPERTIES := $(BUILD)/tests/journals $(BUILD)/tests/schools
$(PROPERTIES): $(BUILD)/tests/%: tests/property/%.c tests/property/model.c tests/property/journal.c tests/property/view.c $(BUILD)/libnsi.a $(wildcard tests/property/*.h tests/unit/*.h)
	@mkdir -p $(@D)
	$(CC) $(ALL) -o $@ $(filter %.c,$^) $(BUILD)/libnsi.a $(LIBS) -lcmocka
# Random histories of quanta against a naive model of theirs.
$(BUILD)/tests/quanta: tests/property/quanta.c tests/property/quanta_model.c $(BUILD)/libnsi.a $(wildcard tests/property/*.h tests/unit/*.h)
	@mkdir -p $(@D)
	$(CC) $(ALL) -o $@ $(filter %.c,$^) $(BUILD)/libnsi.a $(LIBS) -lcmocka
$(BUILD)/tests/test_page: LDFLAGS += -lm
$(BUILD)/tests/test_arena: LDFLAGS += -Wl,--wrap=malloc,--wrap=realloc
$(BUILD)/tests/test_model_memory: LDFLAGS += -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc

# Bytes of anybody: a target is LLVMFuzzerTestOneInput(); here its seeds, whole and spoilt by chance.
FUZZ    := yaml sheet lines
FUZZERS := $(FUZZ:%=$(BUILD)/tests/fuzz-%)
$(FUZZERS): $(BUILD)/tests/fuzz-%: tests/fuzz/%.c tests/fuzz/replay.c tests/fuzz/fuzz.h $(BUILD)/libnsi.a
	@mkdir -p $(@D)
	$(CC) $(ALL) -o $@ $(filter %.c,$^) $(BUILD)/libnsi.a $(LIBS)

# Hostile files by class, each with its command, measured; tests/cmd/classes.t runs it.
$(BUILD)/tests/hostile: $(wildcard tests/hostile/*.c) tests/hostile/hostile.h
	@mkdir -p $(@D)
	$(CC) $(ALL) -o $@ $(filter %.c,$^)

check:
	@sh tests/need.sh check
	@$(MAKE) --no-print-directory check-now
check-now: all $(TESTS) $(PROPERTIES) $(BUILD)/tests/quanta $(BUILD)/tests/hostile $(FUZZERS) $(BUILD)/torture/torture $(BUILD)/nsi.pot
	@BUILD=$(BUILD) CC='$(CC)' CMOCKA_MESSAGE_OUTPUT=TAP prove -j2 $(TESTS) $(PROPERTIES) $(BUILD)/tests/quanta $(FUZZERS) tests/cmd/*.t tests/torture/*.t

# The same for as long as you like, from another seed each time: make soak COUNT=100000
soak: $(PROPERTIES) $(BUILD)/tests/quanta
	$(BUILD)/tests/journals $$(date +%s) $(or $(COUNT),20000)
	$(BUILD)/tests/schools $$(date +%s) $(or $(COUNT),2000)
	$(BUILD)/tests/quanta $$(date +%s) $(or $(COUNT),10000)

# Guided by coverage, for as long as you like (clang): make fuzz TARGET=yaml SECONDS=3600. What it finds goes into
# tests/fuzz/TARGET as a seed.
fuzz:
	@mkdir -p build-fuzz/gen build-fuzz/$(or $(TARGET),yaml)
	@$(MAKE) --no-print-directory BUILD=build-fuzz CC=clang build-fuzz/fuzz-$(or $(TARGET),yaml) \
		CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer'
	build-fuzz/fuzz-$(or $(TARGET),yaml) -max_total_time=$(or $(SECONDS),600) -max_len=60000 -timeout=4 \
		-artifact_prefix=build-fuzz/ build-fuzz/$(or $(TARGET),yaml) tests/fuzz/$(or $(TARGET),yaml) \
		$(if $(filter sheet,$(TARGET)),,examples/school-161 tests/data/ok tests/data/bad)
build-fuzz/fuzz-%: tests/fuzz/%.c build-fuzz/libnsi.a
	$(CC) $(ALL) -fsanitize=fuzzer -o $@ $< build-fuzz/libnsi.a $(LIBS)

include tests/demo.mk
include tests/man.mk
include tests/bench/bench.mk
include tests/torture/torture.mk

# What needs heavy tools: a browser that prints, and a look at what it printed.
check-more: all $(BUILD)/tests/test_evening_page $(BUILD)/tests/test_page
	@sh tests/need.sh more
	@BUILD=$(BUILD) prove tests/more/*.t

# Take the output of command tests as what is expected; look at the difference before it is kept.
accept: all $(BUILD)/tests/test_model $(BUILD)/tests/test_model_data
	@BUILD=$(BUILD) ACCEPT=1 prove -j2 tests/cmd/*.t
	@ACCEPT=1 $(BUILD)/tests/test_model >/dev/null; ACCEPT=1 $(BUILD)/tests/test_model_data >/dev/null
	@$(MAKE) --no-print-directory man
	@$(MAKE) --no-print-directory -s man
	@git diff --stat -- tests/cmd/out tests/data schemas man README.md

.PHONY: fuzz soak check check-now check-more accept
