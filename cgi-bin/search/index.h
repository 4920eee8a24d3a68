/// index.h - the catalogue in this process's memory, kept equal to the database.
#pragma once

namespace search {

class Index {};

}  // namespace search
