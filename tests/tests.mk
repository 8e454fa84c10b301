# tests.mk - what `make check` runs. A new case is one line or one file, see CONTRIBUTING.md.
TEST_C  := $(sort $(wildcard tests/unit/*.c))
TESTS   := $(TEST_C:tests/unit/%.c=$(BUILD)/tests/%)

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libnsi.a
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -MF $(BUILD)/o/test-$*.d -o $@ $< $(BUILD)/libnsi.a $(LIBS) -lcmocka

check: all $(TESTS)
	BUILD=$(BUILD) prove -j2 --timer $(TESTS:%=./%) tests/cmd/*.t
.PHONY: check
