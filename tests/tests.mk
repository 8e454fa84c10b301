# tests.mk - what `make check` runs. A new case is one line or one file, see CONTRIBUTING.md.
TEST_C  := $(sort $(wildcard tests/unit/*.c))
TESTS   := $(TEST_C:tests/unit/%.c=$(BUILD)/tests/%)

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libnsi.a
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -MF $(BUILD)/o/test-$*.d -o $@ $< $(BUILD)/libnsi.a $(LDFLAGS) $(LIBS) -lcmocka
$(BUILD)/tests/test_arena: LDFLAGS += -Wl,--wrap=malloc,--wrap=realloc

check:
	@sh tests/need.sh check
	@$(MAKE) --no-print-directory check-now
check-now: all $(TESTS) $(BUILD)/nsi.pot
	@BUILD=$(BUILD) CC='$(CC)' CMOCKA_MESSAGE_OUTPUT=TAP prove -j2 $(TESTS) tests/cmd/*.t

include tests/demo.mk
include tests/man.mk

# Heavy parts (fuzzing, power cuts, mutants) come here; there are none yet.
check-more:
	@sh tests/need.sh more

# Take the output of command tests as what is expected; look at the difference before it is kept.
accept: all $(BUILD)/tests/test_model $(BUILD)/tests/test_model_data
	@BUILD=$(BUILD) ACCEPT=1 prove -j2 tests/cmd/*.t
	@ACCEPT=1 $(BUILD)/tests/test_model >/dev/null; ACCEPT=1 $(BUILD)/tests/test_model_data >/dev/null
	@$(MAKE) --no-print-directory man
	@git diff --stat -- tests/cmd/out tests/data schemas man README.md

.PHONY: check check-now check-more accept
