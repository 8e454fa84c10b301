/* schema.c - what a definition looks like, for those who see only nsi.h. */
#include "model/model.h"
#include "store/handle.h"

enum nsi_status nsi_module_schema(struct nsi *n, const char *name, const char **json)
{
	call_begin(n);
	*json = model_schema(&n->scratch, n->lang, name ? name : "programme");
	if (!*json && !n->scratch.oom)
		fail(&n->messages, NSI_DATA, N_("there is no definition of that name: %s"), name);
	return call_end(n, *json ? NSI_OK : NSI_DATA);
}

enum nsi_status nsi_objects(struct nsi *n, const struct nsi_rows **out)
{
	call_begin(n);
	*out = model_object_rows(&n->scratch, n->lang);
	return call_end(n, *out ? NSI_OK : NSI_MEMORY);
}
