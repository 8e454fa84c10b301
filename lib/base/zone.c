/* zone.c - instants, and which day they are where. Zones are read from the system's TZif files
 * (RFC 8536): localtime() knows one zone for the whole process, and TZ is not ours to set. */
#include "base/day.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DAY_SECONDS = 86400, LARGEST = 256 << 10 };

/* ---- RFC 3339 --------------------------------------------------------------------------------- */

/* Two digits at S as a number up to MAX; -1: not that. */
static int two(const char *s, int max)
{
	int v;

	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return -1;
	v = (s[0] - '0') * 10 + s[1] - '0';
	return v <= max ? v : -1;
}

bool instant_read(const char *s, int64_t *seconds)
{
	int hour, minute, second, h, m, sign = 0;
	int32_t d;

	if (strlen(s) < 20 || strlen(s) > 40)
		return false;
	d = day_read_iso(s, 10);
	hour = two(s + 11, 23);
	minute = two(s + 14, 59);
	second = two(s + 17, 60);                          /* 60: a leap second */
	if (d == DAY_NONE || !strchr("Tt ", s[10]) || hour < 0 || s[13] != ':' || minute < 0 || s[16] != ':' ||
	    second < 0)
		return false;
	s += 19;
	if (*s == '.') {
		size_t digits = strspn(s + 1, "0123456789");

		if (!digits)
			return false;
		s += 1 + digits;
	}
	*seconds = (int64_t)d * DAY_SECONDS + hour * 3600 + minute * 60 + second;
	if ((*s == 'Z' || *s == 'z') && !s[1])
		return true;
	sign = *s == '+' ? 1 : *s == '-' ? -1 : 0;
	if (!sign || strlen(s) != 6 || s[3] != ':' || (h = two(s + 1, 23)) < 0 || (m = two(s + 4, 59)) < 0)
		return false;
	*seconds -= sign * (h * 3600 + m * 60);
	return true;
}

/* The day of SECONDS and the seconds in it. */
static int32_t split(int64_t seconds, int *left)
{
	int64_t d = seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);

	*left = (int)((seconds % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS);
	return d > INT32_MIN && d <= INT32_MAX ? (int32_t)d : DAY_NONE;
}

char *instant_write(char buf[21], int64_t seconds)
{
	int left, at[3];

	day_iso(buf, split(seconds, &left));
	if (!*buf)
		return buf;                                /* outside the years 1 to 9999 */
	at[0] = left / 3600;
	at[1] = left / 60 % 60;
	at[2] = left % 60;
	memcpy(buf + 10, "T00:00:00Z", 11);
	for (int i = 0; i < 3; i++) {
		buf[11 + 3 * i] += (char)(at[i] / 10);
		buf[12 + 3 * i] += (char)(at[i] % 10);
	}
	return buf;
}

/* ---- TZif ------------------------------------------------------------------------------------- */

static int64_t big_endian(const unsigned char *p, int n)
{
	uint64_t v = 0;

	for (int i = 0; i < n; i++)
		v = v << 8 | p[i];
	return n == 4 ? (int32_t)v : (int64_t)v;
}

static bool plain_name(const char *zone)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-/";

	return *zone && strlen(zone) < 64 && !zone[strspn(zone, allowed)] && *zone != '/' && !strstr(zone, "//") &&
	       zone[strlen(zone) - 1] != '/';
}

/* The file of ZONE, to be freed; NULL: errno says, ENOENT that there is none. */
static unsigned char *read_zone(const char *zone, size_t *n)
{
	char path[100] = "/usr/share/zoneinfo/";
	unsigned char *bytes = NULL;
	struct stat st;
	ssize_t k = -1;
	int fd, error;

	errno = ENOENT;
	if (!plain_name(zone))
		return NULL;
	strcat(path, zone);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return NULL;
	error = fstat(fd, &st) ? errno : !S_ISREG(st.st_mode) || st.st_size <= 0 || st.st_size > LARGEST ? ENOENT : 0;
	if (!error && !(bytes = malloc((size_t)st.st_size + 1)))
		error = ENOMEM;
	if (!error && (k = read(fd, bytes, (size_t)st.st_size)) != st.st_size)
		error = k < 0 ? errno : EIO;
	close(fd);
	if (error) {
		free(bytes);
		errno = error;
		return NULL;
	}
	bytes[st.st_size] = '\0';
	*n = (size_t)st.st_size;
	return bytes;
}

struct block { const unsigned char *times, *kinds, *types; size_t ntime, ntype, end; int width; };

/* The counts of the header at AT, and where its data lie and end. */
static bool read_block(const unsigned char *f, size_t n, size_t at, int width, struct block *b)
{
	uint64_t count[6], size = 0;

	if (n < at + 44 || memcmp(f + at, "TZif", 4))
		return false;
	for (int i = 0; i < 6; i++) {
		count[i] = (uint32_t)big_endian(f + at + 20 + 4 * i, 4);
		if (count[i] > LARGEST)
			return false;
	}
	/* isut, isstd, leap, time, type, char */
	*b = (struct block){ .ntime = count[3], .ntype = count[4], .width = width };
	size = count[3] * ((uint64_t)width + 1) + count[4] * 6 + count[5] + count[2] * ((uint64_t)width + 4) +
	       count[1] + count[0];
	if (size > n - at - 44 || !b->ntype)
		return false;
	b->times = f + at + 44;
	b->kinds = b->times + b->ntime * (size_t)width;
	b->types = b->kinds + b->ntime;
	b->end = at + 44 + (size_t)size;
	return true;
}

/* What is added to UTC by the footer ("<+07>-7", "MSK-3"); its summer time is not looked at. */
static bool footer_offset(const char *s, int64_t *offset)
{
	int sign = -1, v[3] = { 0 };

	if (*s++ != '\n')
		return false;
	s += *s == '<' ? strcspn(s, ">") + 1 : strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	if (*s == '+' || *s == '-')
		sign = *s++ == '-' ? 1 : -1;
	if (*s < '0' || *s > '9')
		return false;
	for (int i = 0; i < 3; i++) {
		for (; *s >= '0' && *s <= '9' && v[i] < 1000; s++)
			v[i] = v[i] * 10 + (*s - '0');
		if (*s != ':')
			break;
		s++;
	}
	*offset = sign * ((int64_t)v[0] * 3600 + v[1] * 60 + v[2]);
	return true;
}

/* Seconds to add to UTC at that instant. */
static bool offset_at(const unsigned char *f, size_t n, int64_t seconds, int64_t *offset)
{
	struct block b;
	size_t lo = 0, hi, kind = 0;
	bool later = n > 4 && f[4] >= '2';

	if (!read_block(f, n, 0, 4, &b) || (later && !read_block(f, n, b.end, 8, &b)))
		return false;
	for (hi = b.ntime; lo < hi;) {
		size_t mid = (lo + hi) / 2;

		if (big_endian(b.times + mid * (size_t)b.width, b.width) <= seconds)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == b.ntime && later && b.end < n && footer_offset((const char *)f + b.end, offset))
		return true;
	if (lo)
		kind = b.kinds[lo - 1];
	if (kind >= b.ntype)
		return false;
	*offset = big_endian(b.types + kind * 6, 4);
	return true;
}

/* Seconds to add to UTC in ZONE at that instant; false: no such zone. */
static bool zone_offset(int64_t seconds, const char *zone, int64_t *offset)
{
	size_t n;
	unsigned char *f;
	bool ok = !strcmp(zone, "UTC");                    /* needs no file */

	*offset = 0;
	if (!ok && (f = read_zone(zone, &n))) {
		ok = offset_at(f, n, seconds, offset) && *offset > -2 * DAY_SECONDS && *offset < 2 * DAY_SECONDS;
		free(f);
		errno = ENOENT;
	}
	return ok;
}

int32_t day_in_zone(int64_t seconds, const char *zone)
{
	int64_t offset;
	int left;

	if (!zone_offset(seconds, zone, &offset) || seconds > INT64_MAX - offset - DAY_SECONDS * 2 ||
	    seconds < INT64_MIN + DAY_SECONDS * 2)
		return DAY_NONE;
	return split(seconds + offset, &left);
}

int zone_utc(int32_t day, int minutes, const char *zone)
{
	int64_t local = (int64_t)day * DAY_SECONDS + minutes * 60, offset;

	if (!zone_offset(local, zone, &offset) || !zone_offset(local - offset, zone, &offset))
		return minutes;
	errno = 0;
	return minutes - (int)(offset / 60);
}

int zone_error(const char *zone)
{
	int64_t offset;

	return zone_offset(0, zone, &offset) ? 0 : errno == ENOTDIR ? ENOENT : errno;
}
