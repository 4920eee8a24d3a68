/// template.h - CTemplate's dictionary, made to compile alone: its headers of version 2.4 forget
/// <cstring>. For pages (web/template.h) and letters (mail/).
#pragma once

#include <cstring>
// The order matters: cstring first.
#include <ctemplate/template_dictionary.h>
