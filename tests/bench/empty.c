/* empty.c - does nothing; linked with the same libraries as nsi. */
int main(void)
{
	return 0;
}
