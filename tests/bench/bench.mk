# bench.mk - `make bench`: ratios against the raw libraries; QUICK=1: a tenth of the data.
BENCH_PEOPLE := $(if $(QUICK),10001,100001)
BENCH_O := $(patsubst %,$(BUILD)/bench/%.o,bench data raw)
BENCH   := $(patsubst %,$(BUILD)/bench/%,bulk)

$(BUILD)/bench/%.o: tests/bench/%.c | $(BUILD)/gen/sql-list.h
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -MF $(BUILD)/o/bench-$*.d -c -o $@ $<
$(BENCH): $(BUILD)/bench/%: $(BUILD)/bench/%.o $(BENCH_O) $(BUILD)/libnsi.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o %.a,$^) $(LIBS)
$(BUILD)/bench/bulk: LDFLAGS += -Wl,--wrap=hash_add,--wrap=said_line

bench: all $(BENCH)
	@BUILD=$(BUILD) sh tests/bench/run.sh $(BENCH_PEOPLE)

.SECONDARY: $(BENCH_O)
.PHONY: bench
