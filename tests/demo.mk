# demo.mk - `make demo`: a school's September and autumn in a scratch folder, and its board.
demo:
	@sh tests/need.sh build
	@$(MAKE) --no-print-directory all
	@BUILD=$(BUILD) sh tests/demo.sh
.PHONY: demo
