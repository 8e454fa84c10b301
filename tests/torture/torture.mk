# torture.mk - the program with everything going wrong, one thing at a time: sampled in `make check`, whole in `make torture`.
TORTURE   := $(BUILD)/torture/torture
TORTURE_O := $(patsubst %,$(BUILD)/torture/%.o,torture trouble state trace memory disk)

$(BUILD)/torture/%.o: tests/torture/%.c tests/torture/torture.h cmd/cmd.h lib/nsi.h
	@mkdir -p $(@D)
	$(CC) $(ALL) -Icmd -c -o $@ $<
# the program as it is, whose main() another calls
$(BUILD)/torture/main.o: cmd/main.c cmd/cmd.h lib/nsi.h
	@mkdir -p $(@D)
	$(CC) $(ALL) -Wno-missing-prototypes -Dmain=nsi_main -c -o $@ $<
$(TORTURE): $(TORTURE_O) $(BUILD)/torture/main.o $(filter-out %/main.o,$(CMD_O)) | $(BUILD)/libnsi.so
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -L$(BUILD) -lnsi -lsqlite3 '-Wl,-rpath,$$ORIGIN/..'

# Every command at every point; hours of a processor.
torture: all $(TORTURE)
	@BUILD=$(BUILD) POINTS=0 prove -v tests/torture/*.t

.PHONY: torture
