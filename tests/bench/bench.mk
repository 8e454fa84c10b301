# bench.mk - `make bench`: ratios against the raw libraries; QUICK=1: a tenth of the data.
BENCH_PEOPLE := $(if $(QUICK),10001,100001)
BENCH_REGION := $(if $(QUICK),2001,170001)
BENCH_O := $(patsubst %,$(BUILD)/bench/%.o,bench data script)
BENCH   := $(patsubst %,$(BUILD)/bench/%,bulk start mark daily yaml region board)

# what record.c and bulk.c put before the functions of that name
BENCH_WRAP := -Wl,--wrap=sqlite3_bind_int64,--wrap=sqlite3_bind_double,--wrap=sqlite3_bind_text,--wrap=sqlite3_bind_blob,--wrap=sqlite3_clear_bindings,--wrap=sqlite3_open_v2

$(BUILD)/bench/%.o: tests/bench/%.c | $(BUILD)/gen/sql-list.h
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -MF $(BUILD)/o/bench-$*.d -c -o $@ $<
$(BUILD)/bench/bulk: $(BUILD)/bench/raw.o
$(BUILD)/bench/start $(BUILD)/bench/mark $(BUILD)/bench/board: $(BUILD)/bench/record.o
$(BENCH): $(BUILD)/bench/%: $(BUILD)/bench/%.o $(BENCH_O) $(BUILD)/libnsi.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o %.a,$^) $(LIBS)
$(BUILD)/bench/query: $(BUILD)/bench/query.o $(BUILD)/bench/script.o $(BUILD)/bench/bench.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lsqlite3
$(BUILD)/bench/empty: $(BUILD)/bench/empty.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -Wl,--no-as-needed $(LIBS)
$(BUILD)/bench/start $(BUILD)/bench/mark $(BUILD)/bench/board: LDFLAGS += $(BENCH_WRAP)
$(BUILD)/bench/bulk: LDFLAGS += -Wl,--wrap=hash_add,--wrap=said_line

bench: all $(BENCH) $(BUILD)/bench/query $(BUILD)/bench/empty
	@QUICK=$(QUICK) BUILD=$(BUILD) sh tests/bench/run.sh $(BENCH_PEOPLE) $(if $(QUICK),5,50) $(BENCH_REGION)

.SECONDARY: $(BENCH_O)
.PHONY: bench
