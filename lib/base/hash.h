/* hash.h - hashes and random bytes; the only door to libsodium. Hex is lower case. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HASH_BYTES = 32, HASH_HEX = 2 * HASH_BYTES + 1 };

/* BLAKE2b-256 (RFC 7693), in pieces; what editions are named by is SHA-256 (FIPS 180-4). */
struct hash { _Alignas(64) unsigned char state[384]; };
void hash_begin(struct hash *h);
void hash_add(struct hash *h, const void *bytes, size_t n);
void hash_end(struct hash *h, unsigned char out[HASH_BYTES]);

void sha256_hex(const void *bytes, size_t n, char out[HASH_HEX]);
void to_hex(const unsigned char *bytes, size_t n, char *out);       /* 2n + 1 chars */
bool from_hex(const char *hex, unsigned char *out, size_t n);       /* false: not 2n digits */
bool random_bytes(void *out, size_t n);                             /* false: the system gives none */

#endif
