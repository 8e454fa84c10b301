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
$(BUILD)/tests/test_arena: LDFLAGS += -Wl,--wrap=malloc,--wrap=realloc

check:
	@sh tests/need.sh check
	@$(MAKE) --no-print-directory check-now
check-now: all $(TESTS) $(PROPERTIES) $(BUILD)/nsi.pot
	@BUILD=$(BUILD) CC='$(CC)' CMOCKA_MESSAGE_OUTPUT=TAP prove -j2 $(TESTS) $(PROPERTIES) tests/cmd/*.t

# The same for as long as you like, from another seed each time: make soak COUNT=100000
soak: $(PROPERTIES)
	$(BUILD)/tests/journals $$(date +%s) $(or $(COUNT),20000)
	$(BUILD)/tests/schools $$(date +%s) $(or $(COUNT),2000)

include tests/demo.mk
include tests/man.mk
include tests/bench/bench.mk

# Heavy parts (fuzzing, power cuts, mutants) come here; there are none yet.
check-more:
	@sh tests/need.sh more

# Take the output of command tests as what is expected; look at the difference before it is kept.
accept: all $(BUILD)/tests/test_model $(BUILD)/tests/test_model_data
	@BUILD=$(BUILD) ACCEPT=1 prove -j2 tests/cmd/*.t
	@ACCEPT=1 $(BUILD)/tests/test_model >/dev/null; ACCEPT=1 $(BUILD)/tests/test_model_data >/dev/null
	@$(MAKE) --no-print-directory man
	@$(MAKE) --no-print-directory -s man
	@git diff --stat -- tests/cmd/out tests/data schemas man README.md

.PHONY: soak check check-now check-more accept
