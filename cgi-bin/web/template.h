/// template.h - CTemplate's dictionary as pages fill it.
#pragma once

#include "base/template.h"
