/* inside.h - what the files of the model share: struct model, prepared tables, faults. */
#ifndef MODEL_INSIDE_H
#define MODEL_INSIDE_H

#include "base/text.h"
#include "model/index.h"
#include "model/model.h"

enum { FIELDS_MAX = 32, KINDS_MAX = 24, INLINE_MAX = 160, FAULTS_MAX = 1000, RECENT = 8 };

/* A table made ready for reading. */
struct prep {
	const struct object *object;
	unsigned char n;                   /* fields */
	unsigned char bare;                /* number of the bare field; n: none */
	unsigned char parent;              /* of the K_PARENT field; n: none */
	unsigned char kind;                /* of an item: its place in objects[] */
	bool nests;                        /* items stand in it */
	unsigned char code;                /* of the K_CODE field, which is the end of the id; n: none */
	uint64_t must;                     /* fields that must be there, a bit each */
	const void *standard;              /* the struct with every standard value */
	unsigned char next[FIELDS_MAX + 1];   /* the field that followed last time: [n] begins */
	struct prep_field {
		unsigned char len;         /* of the key */
		bool refs;                 /* names objects, itself or below */
		const struct prep *object;
		const struct prep *of[3];  /* NULL behind the last */
		const struct head *recent[RECENT];   /* what it named lately, see recent_at() */
		const char *const *words;
		size_t nwords;
	} f[FIELDS_MAX];
};

/* The items of a kind: in chunks while they are read, in one array when somebody wants it. */
struct chunk { struct chunk *next; uint32_t n, cap; struct head *v[]; };
/* The same of the item that is being read, where more is known: it lies before the struct later. */
struct reference {
	struct reference *next;
	const struct prep_field *pf;
	uint64_t hash;
	size_t n;
};
/* An item that is read, or was and waits for its place: what it names is being fetched meanwhile. */
struct item {
	const struct prep *prep;
	struct head *o;                    /* NULL: none */
	struct arena *aside;               /* where its references lie, and itself if it is to get a place */
	struct arena_mark empty;
	struct reference *references;      /* its references that were looked for, the last one first */
	size_t nreferences;                /* all of them */
	bool short_lived;                  /* its lists lie aside too */
	char id[ID_ROOM], code[ID_ROOM];   /* before its name is kept */
};
struct kind_list { struct chunk *first, *last; size_t n; struct head **v; struct index index; };
struct spare { const struct prep *prep; struct head *h; };
struct stored { const struct prep *prep; uint32_t order; const char *json; };

struct model {
	struct arena *a;
	struct messages *m;
	size_t faults;
	bool oom, stopped;
	bool broke_off, cut;               /* this file, any file could not be read to its end */
	bool check_only;
	bool stock;                        /* reading what is built in */
	bool has_programme;                /* from a file */
	bool later;                        /* some item names what was not known when it was read */
	const char **files;
	size_t nfiles, files_cap;
	struct prep *preps;
	size_t npreps;
	struct kind_list kinds[KINDS_MAX];
	char *pool;                        /* strings and packed items lie side by side here */
	size_t pool_left;
	struct item *item;                 /* that is being read */
	uint64_t key;                      /* of all indexes */
	uint32_t order;                    /* of the next item */
	size_t near_budget;                /* comparisons that "did you mean" may still cost */
	struct stored *stored;
	size_t nstored, stored_cap;
	const char *(*person)(void *, const char *);   /* see model_ask */
	void *context;
	bool nobody, left_out;             /* see model_ask; people were left out */
	struct index asked;                /* those whom it told */
	struct spare *spares;              /* in no list, but what stands in them points to them */
	size_t nspares, spares_cap;
};

/* A reference that was not known when it was read: its slot holds this, with the lowest bit set. */
struct later { struct place place; char id[]; };
static inline struct later *later_of(const struct head *slot)
{
	return (uintptr_t)slot & 1 ? (struct later *)((uintptr_t)slot - 1) : NULL;
}

/* An error at a place. RULE: "syntax", "key", "value", "link", or the name of a check. */
void fault(struct model *md, struct place p, const char *rule, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void caution(struct model *md, struct place p, const char *rule, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void model_oom(struct model *md);
void model_broke_off(struct model *md);        /* a file could not be read to its end */
enum nsi_status model_status(const struct model *md, size_t faults);   /* faults: those there were before */
const char *model_tr(const struct model *md, const char *text);
/* S for a message: short, one line, harmless. */
const char *quote(struct model *md, const char *s);
/* "did you mean": the nearest of NAMES, or NULL; costs from near_budget. */
const char *near_one(struct model *md, const char *word, const char *const *names, size_t n);
const char *pooled(struct model *md, const char *s, size_t n);
void *pool_take(struct model *md, size_t n, size_t align);
/* place.c: an item that was read into its list and the index, or a fault when its id is taken. */
void model_register(struct model *md, const struct item *item);
/* The id that a reference names, known or not; NULL: not given. */
const char *ref_id(const struct head *slot);

/* table.c */
bool preps_make(struct model *md);
const struct prep *prep_of(const struct model *md, const struct object *o);
const struct prep *prep_named(const struct model *md, const char *name);
/* The field with key S; -1: none. LAST: the field before it (object's n: none). */
int prep_find(struct prep *p, const char *s, size_t n, unsigned last);
/* Is S one of the words of O's field KEY? */
bool word_of(const struct object *o, const char *key, const char *s);
size_t item_size(const struct field *f);       /* of a list's items */

/* value.c: scalar S to the slot of field F of P, as the list's item if ITEM. False: a fault was put. */
bool technique_ok(const char *s, size_t n);
struct yaml_event;
bool value_read(struct model *md, const struct prep *p, unsigned f, bool item, const struct yaml_event *e,
                void *slot);

const char *kind_name(enum kind k);       /* keys.c: what a value of it is, N_() */
extern const char techniques_yaml[];           /* what is built in */

/* stack.c: items of the lists that are being read; a list is copied once, when its end is known. */
struct stack { unsigned char *v; size_t n, cap; };
void stack_push(struct model *md, struct stack *s, const void *item, size_t size);
/* What was pushed since FROM, items of SIZE bytes, as a list. */
void stack_pop(struct model *md, struct stack *s, size_t from, size_t size, struct list *l);

/* item.c: between item_begin and item_end the item is md->item; others may begin and end inside. It is
 * registered when the next one ends, or at the latest by items_settle(). */
struct items { struct model *md; uint32_t flags; struct item leaf[2]; unsigned next; struct arena arena[3]; };
void items_begin(struct items *it, struct model *md, uint32_t flags);
/* The struct of an item of P, or NULL. OWN: room for what is known of it, if items stand in it. */
struct head *item_begin(struct items *it, const struct prep *p, struct item *own);
void item_end(struct items *it, struct item *before);
void items_settle(struct items *it);
void items_end(struct items *it);
/* Where lists and nested objects of the item that is being read go. */
static inline struct arena *item_arena(const struct model *md)
{
	return md->item && md->item->short_lived ? md->item->aside : md->a;
}

/* read.c: one document from Y into the model. */
struct yaml;
void read_file(struct model *md, struct yaml *y);
/* files.c: a file as READ takes it. */
enum nsi_status model_read_yaml(struct model *md, const char *path, void (*read)(void *x, struct yaml *y), void *x);
void read_stored(struct model *md, struct yaml *y, const struct prep *p, uint32_t order);

/* Out of memory, or more faults than anybody reads? */
static inline bool model_stopped(const struct model *md)
{
	return md->stopped || md->a->oom || md->m->arena.oom;
}

static inline size_t recent_at(const char *id, size_t n)
{
	return ((unsigned char)id[0] + 3u * (unsigned char)id[n - 1] + n) % RECENT;
}

/* json.c: minutes as hours, "1.5". */
char *hours_text(char buf[16], int32_t minutes);

/* pack.c: a slim item in its short form, PACK_SIZE bytes; whole again in A (itself, if it never was
 * packed); and WITH for each of its references, in place. */
size_t pack_size(const struct prep *p, const struct head *h);
void pack(const struct prep *p, const struct head *h, struct head *to);
const void *unpack(const struct model *md, const struct head *h, struct arena *a);
void packed_references(const struct prep *p, struct head *h,
                       void (*with)(void *, const struct field *, const struct prep_field *, const struct head **),
                       void *context);

/* The items of a kind one by one, whether in one array or not. */
struct cursor { const struct kind_list *list; const struct chunk *chunk; size_t i; };
struct head *next_item(const struct kind_list *l, struct cursor *at);
struct head **in_one(struct model *md, struct kind_list *l);       /* as one array */
/* link.c: the references of an item that was read; true: one was not known yet, link_all finds it. */
bool link_read(struct model *md, const struct item *item);
void link_all(struct model *md);
/* check.c */
void check_all(struct model *md);

#endif
