/* hash.c - BLAKE2b, SHA-256 and random bytes from libsodium. */
#include "base/hash.h"

#include <string.h>

#include <sodium.h>

_Static_assert(sizeof(crypto_generichash_state) <= sizeof(struct hash), "room for the state");
_Static_assert(crypto_generichash_BYTES == HASH_BYTES && crypto_hash_sha256_BYTES == HASH_BYTES, "32 bytes");

void hash_begin(struct hash *h)
{
	crypto_generichash_init((crypto_generichash_state *)(void *)h->state, NULL, 0, HASH_BYTES);
}

void hash_add(struct hash *h, const void *bytes, size_t n)
{
	crypto_generichash_update((crypto_generichash_state *)(void *)h->state, bytes, n);
}

void hash_end(struct hash *h, unsigned char out[HASH_BYTES])
{
	crypto_generichash_final((crypto_generichash_state *)(void *)h->state, out, HASH_BYTES);
}

void to_hex(const unsigned char *bytes, size_t n, char *out)
{
	sodium_bin2hex(out, 2 * n + 1, bytes, n);
}

bool from_hex(const char *hex, unsigned char *out, size_t n)
{
	size_t got = 0;

	return strlen(hex) == 2 * n && !sodium_hex2bin(out, n, hex, 2 * n, NULL, &got, NULL) && got == n;
}

void sha256_hex(const void *bytes, size_t n, char out[HASH_HEX])
{
	unsigned char sum[HASH_BYTES];

	crypto_hash_sha256(sum, bytes, n);
	to_hex(sum, sizeof(sum), out);
}

bool random_bytes(void *out, size_t n)
{
	if (sodium_init() < 0)
		return false;
	randombytes_buf(out, n);
	return true;
}
