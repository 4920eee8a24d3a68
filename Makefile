# Parley: `make run` starts the shop, `make check` runs every test. `make help` lists the rest.

BUILD    ?= build
CXX      := $(shell command -v ccache >/dev/null && echo "ccache ")g++
OPTIMISE ?= -O2
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
PGDIR    := $(shell pg_config --includedir 2>/dev/null)
CXXFLAGS := -std=c++20 $(OPTIMISE) -g1 $(WARNINGS) $(SANITIZE) -Icgi-bin -Itools -Itests -I$(BUILD)/gen -isystem $(PGDIR) -isystem /usr/include/eigen3 -MMD -MP
LDLIBS   := -lfcgi -lctemplate -lpq -lsodium -lcrypto -lcurl -lstemmer -lpthread

LIB_SOURCES  := $(filter-out cgi-bin/main.cpp,$(shell find cgi-bin -name '*.cpp' | sort))
TOOL_MAINS   := $(wildcard tools/*.cpp)
TOOL_PARTS   := $(wildcard tools/*/*.cpp)
TOOLS        := $(TOOL_MAINS:tools/%.cpp=$(BUILD)/%)
TEMPLATES    := $(shell find templates -name '*.tpl' | sort)
QUERY_FILES  := $(wildcard sql/queries/*.sql)
GENERATED    := $(foreach t,$(TEMPLATES),$(BUILD)/gen/$(notdir $(t)).varnames.h) \
                $(QUERY_FILES:sql/queries/%.sql=$(BUILD)/gen/%.sql.h)
TEST_KINDS   := unit db page repo
TESTS        := $(foreach k,$(TEST_KINDS),$(if $(wildcard tests/$(k)/*.cpp),$(BUILD)/test-$(k)))
INTENTS      := build/intents.en.model
object        = $(patsubst %.cpp,$(BUILD)/obj/%.o,$(1))

.DEFAULT_GOAL := make-all
.PHONY: make-all run check test bench soak bench-learning eval tidy audit real install fuzz clean help
make-all: $(BUILD)/shop.fcgi $(TOOLS) $(INTENTS)  ## build the web program and the tools (plain `make`)

run: packages-run  ## open the shop on this machine: PORT=8080 BIND=127.0.0.1 DATA=var
	@$(MAKE) --no-print-directory -j2 make-all && exec tools/run.sh
check: packages-check  ## run every test, as the build server does
	@exec tools/check.sh
test: $(TESTS)  ## unit, page and database tests only, against a database of their own
	@exec tools/test.sh $(TESTS)
bench: packages-check make-all  ## what a page costs, beside a static file of the same size
	@exec tools/bench.sh
soak: packages-check make-all  ## a million requests on end: does memory grow?
	@exec tools/soak.sh
bench-learning: packages-run make-all  ## time and memory of a full retrain at three sizes: make bench-learning DATA=folder
	@exec tools/bench_learning.sh
eval: packages-run make-all  ## our models on public data, beside others' figures: make eval DATA=folder
	@exec tools/eval.sh
tidy: packages-check make-all  ## clang-tidy's findings in the program and the tools
	@FLAGS='$(CXXFLAGS) $(VIPS_FLAGS)' tools/tidy.sh
audit: packages-check make-all  ## Lighthouse's marks of the main pages
	@exec tools/audit.sh
real: packages-run make-all  ## run a real shop's data: make real DATA=folder of public data
	@exec tools/real.sh
fuzz: packages-check $(GENERATED)  ## strangers' bytes against every parser: SECONDS_EACH=30
	@exec tools/fuzz.sh
install: make-all  ## put it on a classic host: PREFIX=/opt/parley DESTDIR=
	@exec tools/install.sh
packages-%:
	@tools/packages.sh $*
clean:  ## remove what was built (never var/)
	rm -rf $(BUILD)
help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Made files are kept, and half-made ones are not.
.DELETE_ON_ERROR:
.SECONDARY:

# --- made headers: one per template, one per file of queries ----------------------------------
vpath %.tpl $(sort $(dir $(TEMPLATES)))
$(BUILD)/gen/%.tpl.varnames.h: %.tpl
	@mkdir -p $(@D)
	@ctemplate-make_tpl_varnames_h --header_dir=$(@D) --template_dir= --nolog_info $< >/dev/null 2>$@.log || { cat $@.log; exit 1; }
	@touch $@
$(BUILD)/gen/%.sql.h: sql/queries/%.sql tools/embed_sql.awk
	@mkdir -p $(@D)
	@awk -v namespace=$* -f tools/embed_sql.awk $< > $@

# --- compiling and linking ----------------------------------------------------------------------
$(BUILD)/obj/%.o: %.cpp | $(GENERATED)
	@mkdir -p $(@D)
	$(CXX) $(CXXFLAGS) -c $< -o $@
$(BUILD)/libshop.a: $(call object,$(LIB_SOURCES))
	@rm -f $@
	@ar rcs $@ $^
$(BUILD)/shop.fcgi: $(call object,cgi-bin/main.cpp) $(BUILD)/libshop.a
	$(CXX) $(SANITIZE) $^ $(LDLIBS) -o $@
# A tool's further files lie in the folder of its stem: tools/import.cpp, tools/import/*.cpp.
.SECONDEXPANSION:
$(TOOLS): $(BUILD)/%: $$(call object,tools/%.cpp $$(wildcard tools/%/*.cpp)) $(BUILD)/libshop.a
	$(CXX) $(SANITIZE) $^ $(LDLIBS) -o $@
# Only the program that reads uploaded pictures links libvips; the shop runs it.
VIPS_FLAGS = $(patsubst -I%,-isystem %,$(shell pkg-config --cflags vips))
$(BUILD)/obj/tools/make_picture.o: CXXFLAGS += $(VIPS_FLAGS)
$(BUILD)/make_picture: LDLIBS = $(shell pkg-config --libs vips)
$(BUILD)/test-db $(BUILD)/test-page: | $(BUILD)/make_picture
# Training needs more: the web program serves from tables.
$(BUILD)/bench_lists $(BUILD)/model_eval $(BUILD)/retrain $(BUILD)/test-%: LDLIBS += -lxgboost
$(BUILD)/chat_eval $(BUILD)/retrain $(BUILD)/test-%: LDLIBS += -llinear
$(BUILD)/test-%: $(call object,tests/main.cpp) $$(call object,$$(wildcard tests/%/*.cpp tests/support/*.cpp)) \
                 $(call object,$(TOOL_PARTS)) $(BUILD)/libshop.a
	$(CXX) $(SANITIZE) $^ $(LDLIBS) -o $@

# What the assistant knows of sentences. The tests with sanitizers use the same one.
$(INTENTS): templates/chat/sentences.en.tsv $(wildcard cgi-bin/chat/intent_*.cpp) | $(BUILD)/chat_eval
	$(BUILD)/chat_eval model $< $@
$(BUILD)/test-db $(BUILD)/test-page: | $(INTENTS)

-include $(shell test -d $(BUILD)/obj && find $(BUILD)/obj -name '*.d')
