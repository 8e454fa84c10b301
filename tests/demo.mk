# demo.mk - `make demo`: a school's September and autumn in a scratch folder, and its board. `make pictures`: those of README.md.
demo:
	@sh tests/need.sh build
	@$(MAKE) --no-print-directory all
	@BUILD=$(BUILD) sh tests/demo.sh
# The pictures of README.md.
pictures: all
	@mkdir -p examples/pictures
	@BUILD=$(BUILD) sh tests/pictures.sh examples/pictures
.PHONY: demo pictures
