/* error.c - what an errno means, in words for people. */
#include "base/error.h"

#include <errno.h>
#include <string.h>

#include "base/tr.h"

const char *error_text(int error)
{
	switch (error) {
	case ENOENT:
		return N_("there is no such file or folder");
	case EACCES:
	case EPERM:
		return N_("no permission");
	case ENOTDIR:
		return N_("a part of the path is not a folder");
	case EISDIR:
		return N_("it is a folder");
	case ELOOP:
		return N_("it is a symbolic link");
	case ENAMETOOLONG:
		return N_("the name is too long");
	case ENOSPC:
	case EDQUOT:
		return N_("the disk is full");
	case EFBIG:
		return N_("the file would be larger than allowed");
	case EROFS:
		return N_("the file system is read-only");
	case EIO:
		return N_("the disk reports an error");
	case EMFILE:
	case ENFILE:
		return N_("too many open files");
	case ENOMEM:
		return N_("out of memory");
	case EBADF:
		return N_("it is closed");
	case EPIPE:
		return N_("nobody reads the output");
	default:
		return strerror(error);
	}
}
