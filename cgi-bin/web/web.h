/// web.h - all that a page includes of web/.
#pragma once

#include "web/form.h"
#include "web/http_error.h"
#include "web/page.h"
#include "web/request.h"
#include "web/response.h"
#include "web/route.h"
