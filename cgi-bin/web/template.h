/// template.h - CTemplate's dictionary, made to compile alone: its headers of version 2.4 forget
/// <cstring>.
#pragma once

#include <cstring>
// The order matters: cstring first.
#include <ctemplate/template_dictionary.h>
