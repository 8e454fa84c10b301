/* replay.c - the short form of fuzzing, for `make check`: every seed as it is, then COUNT of them spoilt by
 * chance. `replay FILE…` runs files that `make fuzz` found.
 */
#include "fuzz.h"

#include <dirent.h>
#include <sys/stat.h>

struct seed { uint8_t *bytes; size_t n; };
static struct seed seeds[2000];
static size_t nseed;
static uint64_t dice = 1;

static size_t below(size_t n)
{
	dice = dice * 6364136223846793005u + 1442695040888963407u;
	return n ? (size_t)(dice >> 33) % n : 0;
}

static void take(const char *path)
{
	struct stat st;
	struct seed *s = &seeds[nseed];
	FILE *f;

	if (stat(path, &st))
		return;
	if (S_ISDIR(st.st_mode)) {
		struct dirent **names;
		int n = scandir(path, &names, NULL, alphasort);

		for (int i = 0; i < n; i++) {
			char sub[4096];

			snprintf(sub, sizeof(sub), "%s/%s", path, names[i]->d_name);
			if (names[i]->d_name[0] != '.')
				take(sub);
			free(names[i]);
		}
		free(names);
		return;
	}
	f = fopen(path, "rb");
	if (!f || nseed == sizeof(seeds) / sizeof(*seeds))
		exit(2);
	s->bytes = malloc((size_t)st.st_size + 1);
	s->n = fread(s->bytes, 1, (size_t)st.st_size, f);
	fclose(f);
	nseed++;
}

static size_t spoil(uint8_t *out, size_t room, const struct seed *s)
{
	static const char marks[] = "\n -:[]{},\"'|>&*!%#?\t\xd0\xff\0<~a09;@\r";
	size_t n = s->n < room / 2 ? s->n : room / 2;

	memcpy(out, s->bytes, n);
	for (size_t times = 1 + below(4); times && n; times--) {
		size_t at = below(n), len = 1 + below(below(4) ? 8 : 400), to;

		if (len > n - at)
			len = n - at;
		switch (below(6)) {
		case 0:
			out[at] = (uint8_t)marks[below(sizeof(marks))];
			break;
		case 1:
			out[at] = (uint8_t)below(256);
			break;
		case 2:
			memmove(out + at, out + at + len, n - at - len);
			n -= len;
			break;
		case 3:                                            /* twice, or over something else */
			to = below(n - len + 1);
			memmove(out + to, out + at, len);
			break;
		case 4:
			memmove(out + at + len, out + at, n - at);
			n += len;
			break;
		default: {                                         /* a piece of another */
			const struct seed *o = &seeds[below(nseed)];
			size_t from = below(o->n);

			if (len > o->n - from)
				len = o->n - from;
			memmove(out + at + len, out + at, n - at);
			memcpy(out + at, o->bytes + from, len);
			n += len;
		}
		}
	}
	return n;
}

int main(int argc, char **argv)
{
	static uint8_t bytes[1 << 20];
	bool count = argc > 1 && argv[1][0] >= '0' && argv[1][0] <= '9';
	size_t rounds = count ? strtoul(argv[1], NULL, 10) : 3000;

	dice = count && argc > 2 ? strtoul(argv[2], NULL, 10) : 161;
	if (argc > 1 && !count)
		for (int i = 1; i < argc; i++)
			take(argv[i]);
	else
		for (size_t i = 0; fuzz_seeds[i]; i++)
			take(fuzz_seeds[i]);
	for (size_t i = 0; i < nseed; i++)
		LLVMFuzzerTestOneInput(seeds[i].bytes, seeds[i].n);
	for (size_t i = 0; i < rounds && nseed && (count || argc == 1); i++)
		LLVMFuzzerTestOneInput(bytes, spoil(bytes, sizeof(bytes), &seeds[below(nseed)]));
	printf("1..1\nok 1 - %zu seeds and %zu spoilt ones\n", nseed, rounds);
	return 0;
}
