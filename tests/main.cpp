// The one compiled Boost.Test runner: linked into every test program.
#define BOOST_TEST_MODULE parley
#include <boost/test/included/unit_test.hpp>
