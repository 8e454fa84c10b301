/* column.c - what the headers of a school's list mean. */
#include "service/column.h"

#include <string.h>

#include "base/char.h"
#include "base/text.h"

/* Letters only, folded. A header that begins so means it too; of several that fit the longest. */
static const struct { enum column column; const char *title; } titles[] = {
	{ COL_CODE, "код" }, { COL_CODE, "code" }, { COL_CODE, "person" }, { COL_CODE, "шифр" }, { COL_CODE, "идентификатор" },
	{ COL_NAME, "фио" }, { COL_NAME, "фамилияимяотчество" }, { COL_NAME, "фамилияимяиотчество" }, { COL_NAME, "фамилияио" },
	{ COL_NAME, "фамилияинициалы" }, { COL_NAME, "фамилияиинициалы" }, { COL_NAME, "фамилияимя" }, { COL_NAME, "педагог" },
	{ COL_NAME, "сотрудник" }, { COL_NAME, "работник" }, { COL_NAME, "учитель" }, { COL_NAME, "участник" }, { COL_NAME, "слушатель" },
	{ COL_NAME, "name" }, { COL_NAME, "fullname" },
	{ COL_FAMILY, "фамилия" }, { COL_FAMILY, "surname" }, { COL_FAMILY, "lastname" }, { COL_FAMILY, "familyname" },
	{ COL_GIVEN, "имя" }, { COL_GIVEN, "firstname" }, { COL_GIVEN, "givenname" }, { COL_GIVEN, "имяотчество" }, { COL_GIVEN, "имяиотчество" },
	{ COL_PATRONYMIC, "отчество" }, { COL_PATRONYMIC, "patronymic" }, { COL_PATRONYMIC, "middlename" },
	{ COL_ORG, "организация" }, { COL_ORG, "школа" }, { COL_ORG, "оо" }, { COL_ORG, "оу" }, { COL_ORG, "образовательнаяорганизация" },
	{ COL_ORG, "образовательноеучреждение" }, { COL_ORG, "учреждение" }, { COL_ORG, "местоработы" }, { COL_ORG, "org" },
	{ COL_ORG, "organisation" }, { COL_ORG, "organization" }, { COL_ORG, "school" }, { COL_ORG, "наименованиеоо" },
	{ COL_ORG, "названиешколы" }, { COL_ORG, "наименованиеорганизации" },
	{ COL_POST, "должность" }, { COL_POST, "долж" }, { COL_POST, "post" }, { COL_POST, "position" }, { COL_POST, "jobtitle" },
	{ COL_POST, "занимаемаядолжность" },
	{ COL_SUBJECT, "предмет" }, { COL_SUBJECT, "преподаваемыйпредмет" }, { COL_SUBJECT, "преподаваемыепредметы" },
	{ COL_SUBJECT, "дисциплина" }, { COL_SUBJECT, "учебныйпредмет" }, { COL_SUBJECT, "subject" },
	{ COL_GROUP, "группа" }, { COL_GROUP, "группы" }, { COL_GROUP, "творческаягруппа" }, { COL_GROUP, "group" }, { COL_GROUP, "groups" },
	{ COL_BEARER, "носитель" }, { COL_BEARER, "педагогноситель" }, { COL_BEARER, "bearer" }, { COL_BEARER, "владеет" },
	{ COL_CHOICE, "выбор" }, { COL_CHOICE, "выбранныемодули" }, { COL_CHOICE, "выбранныймодуль" }, { COL_CHOICE, "модули" },
	{ COL_CHOICE, "модуль" }, { COL_CHOICE, "вариативныемодули" }, { COL_CHOICE, "вариативныймодуль" }, { COL_CHOICE, "choice" },
	{ COL_CAPACITY, "часоввгод" }, { COL_CAPACITY, "часывгод" }, { COL_CAPACITY, "чвгод" }, { COL_CAPACITY, "часгод" },
	{ COL_CAPACITY, "часов" }, { COL_CAPACITY, "часы" }, { COL_CAPACITY, "колвочасов" }, { COL_CAPACITY, "количествочасов" },
	{ COL_CAPACITY, "capacity" }, { COL_CAPACITY, "hoursayear" },
	{ COL_WEEK, "часоввнеделю" }, { COL_WEEK, "часывнеделю" }, { COL_WEEK, "чвнеделю" }, { COL_WEEK, "чвнед" }, { COL_WEEK, "часоввнед" },
	{ COL_WEEK, "hoursweek" }, { COL_WEEK, "hoursaweek" },
	{ COL_ROLE, "роль" }, { COL_ROLE, "роли" }, { COL_ROLE, "role" }, { COL_ROLE, "roles" },
	{ COL_METHODIST, "методист" }, { COL_METHODIST, "methodist" },
	{ COL_CURATOR, "куратор" }, { COL_CURATOR, "curator" }, { COL_MENTOR, "наставник" }, { COL_MENTOR, "mentor" },
	{ COL_CONSENT, "согласие" }, { COL_CONSENT, "датасогласия" }, { COL_CONSENT, "consent" }, { COL_CONSENT, "согласиенаобработку" },
	{ COL_NETWORK, "согласиенапередачу" }, { COL_NETWORK, "согласиесеть" }, { COL_NETWORK, "согласиедлясети" }, { COL_NETWORK, "consentnetwork" },
	{ COL_NETWORK, "датасогласиянапередачу" }, { COL_PUBLIC, "датасогласиянараспространение" }, { COL_PUBLIC, "датасогласиянапубликацию" },
	{ COL_PUBLIC, "согласиенараспространение" }, { COL_PUBLIC, "согласиенапубликацию" }, { COL_PUBLIC, "consentpublic" },
	{ COL_NOTHING, "п" }, { COL_NOTHING, "пп" }, { COL_NOTHING, "ппп" }, { COL_NOTHING, "номер" }, { COL_NOTHING, "номерпп" }, { COL_NOTHING, "нпп" },
};

static const char *letters_of(struct arena *a, const char *s)
{
	size_t n = strlen(s), k;
	char *out = arena_strdup(a, s), *p = out;

	for (size_t i = 0; i < n && !a->oom; i += k) {
		enum char_kind kind = char_kind(char_next(s + i, n - i, &k));

		if (kind != CHAR_LETTER && kind != CHAR_CAPITAL)
			continue;
		memcpy(p, s + i, k);
		p += k;
	}
	if (!a->oom)
		*p = '\0';
	return out;
}

enum column column_named(struct arena *a, const char *header)
{
	const char *s = text_fold(a, header), *key = letters_of(a, s);
	size_t len = strlen(key), best = 0;
	enum column found = COL_UNKNOWN;

	if (!len)
		return COL_NOTHING;
	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++) {
		size_t n = strlen(titles[i].title);

		if (n == len && !memcmp(titles[i].title, key, n))
			return titles[i].column;
		/* at least three letters that begin a longer header */
		if (n >= 6 && n < len && n > best && !memcmp(titles[i].title, key, n)) {
			found = titles[i].column;
			best = n;
		}
	}
	/* «Орг.», «Отч.»: what stands first in the table */
	for (size_t i = 0;
	     found == COL_UNKNOWN && s[strlen(s) - 1] == '.' && len >= 4 && i < sizeof(titles) / sizeof(*titles); i++)
		if (!strncmp(titles[i].title, key, len))
			found = titles[i].column;
	return found;
}

bool column_loose(struct arena *a, const char *header)
{
	static const char *const loose[] = { "часов", "часы", "колвочасов", "количествочасов", "hours" };
	const char *key = letters_of(a, text_fold(a, header));

	for (size_t i = 0; i < sizeof(loose) / sizeof(*loose); i++)
		if (!strcmp(loose[i], key))
			return true;
	return false;
}

const char *column_key(enum column c)
{
	static const char *const keys[COLUMNS] = {
		"code", "name", "family", "given", "patronymic", "org", "post", "subject", "groups", "bearer", "choice", "capacity", "hours_week",
		"roles", "roles", "curator", "mentor", "internal", "network", "public", "",
	};

	return c < COLUMNS ? keys[c] : "";
}
