#include "demo_shop/people.h"

#include <array>

#include "base/text.h"
#include "demo_shop/catalogue.h"

namespace demo {
namespace {

const std::vector<std::string> kFirst = {
    "Anna",   "Ben",    "Carla", "David", "Elif",   "Farid", "Grace",   "Hiro",    "Ines",  "Jonas",
    "Kemal",  "Lena",   "Marco", "Nadia", "Oscar",  "Priya", "Quentin", "Rosa",    "Samir", "Tara",
    "Ulrike", "Victor", "Wanda", "Xin",   "Yusuf",  "Zoe",   "Amara",   "Bruno",   "Chloe", "Diego",
    "Emma",   "Felix",  "Gita",  "Hanna", "Ivan",   "Jade",  "Kofi",    "Luca",    "Mei",   "Noah",
    "Olga",   "Pablo",  "Ruth",  "Sofia", "Thomas", "Uma",   "Vera",    "William", "Yara",  "Zain"};
const std::vector<std::string> kLast = {
    "Andersen", "Baker",      "Castillo", "Dubois", "Eriksson", "Fischer",  "Garcia",   "Hughes",
    "Ivanova",  "Johnson",    "Kim",      "Lopez",  "Meyer",    "Nakamura", "Okafor",   "Patel",
    "Quinn",    "Rossi",      "Schmidt",  "Tanaka", "Ueda",     "Varga",    "Walker",   "Xu",
    "Yilmaz",   "Zimmermann", "Brown",    "Clarke", "Diallo",   "Evans",    "Fontaine", "Green",
    "Haddad",   "Jensen",     "Kaya",     "Larsen", "Martin",   "Novak",    "Olsen",    "Pereira",
    "Reyes",    "Silva",      "Turner",   "Vogel",  "White",    "Young"};
const std::vector<std::string> kStreets = {
    "Park Street",  "Mill Lane",  "Station Road", "Church Street", "Oak Avenue",
    "Harbour Road", "Garden Way", "High Street",  "River Walk",    "Hill Road"};
struct Place {
  std::string city{};
  std::string country{};
};
const std::vector<Place> kPlaces = {
    {"Portland", "US"}, {"Austin", "US"},  {"Chicago", "US"}, {"Boston", "US"},
    {"Denver", "US"},   {"Seattle", "US"}, {"Atlanta", "US"}, {"Madison", "US"},
    {"Berlin", "DE"},   {"Hamburg", "DE"}, {"Zurich", "CH"},  {"London", "GB"},
    {"Toronto", "CA"},  {"Lyon", "FR"},    {"Utrecht", "NL"}, {"Vienna", "AT"}};

std::vector<std::string> top_categories() {
  std::vector<std::string> slugs;
  for (const Category& category : categories()) {
    if (category.parent.empty()) slugs.push_back(category.slug);
  }
  return slugs;
}

void settle(Chance& chance, Customer& customer) {
  // The first half of the list is the shop's own country, drawn more often.
  const Place& place = kPlaces[static_cast<std::size_t>(
      chance.happens(0.6) ? chance.number(0, 7) : chance.number(8, 15))];
  customer.city = place.city;
  customer.country = place.country;
  customer.street = std::to_string(chance.number(1, 180)) + " " + chance.one_of(kStreets);
  customer.postal_code = std::to_string(chance.number(10000, 98999));
  customer.phone = "+1 555 0" + std::to_string(chance.number(100000, 999999));
}

Customer known_person(std::int64_t id, const std::string& username, const std::string& first,
                      const std::string& last, const std::string& role) {
  Customer person;
  person.id = id;
  person.username = username;
  person.email = username + "@example.com";
  person.first_name = first;
  person.last_name = last;
  person.role = role;
  person.joined_days_ago = 500;
  person.city = "Portland";
  person.country = "US";
  person.street = "12 Mill Lane";
  person.postal_code = "97201";
  return person;
}

}  // namespace

std::vector<Customer> make_customers(Chance& chance, int count) {
  std::vector<Customer> customers = {known_person(1, "alice", "Alice", "Archer", "customer"),
                                     known_person(2, "sam", "Sam", "Shelf", "staff"),
                                     known_person(3, "ada", "Ada", "Boss", "admin")};
  customers[0].tastes = {"books", "home", "electronics"};
  const auto slugs = top_categories();
  for (int number = 0; number < count; ++number) {
    Customer customer;
    customer.id = static_cast<std::int64_t>(customers.size()) + 1;
    customer.first_name = chance.one_of(kFirst);
    customer.last_name = chance.one_of(kLast);
    customer.username = to_slug(customer.first_name) + "." + to_slug(customer.last_name) +
                        std::to_string(customer.id);
    customer.email = customer.username + "@example.org";
    settle(chance, customer);
    customer.joined_days_ago = chance.number(5, 545);
    // A gamma of shape 2 for the rate: most buy now and then, a few buy often.
    const double rate = (chance.exponential(1) + chance.exponential(1)) / 2;
    customer.days_between = 38 / (0.15 + rate);
    customer.leaves = 0.05 + 0.35 * chance.fraction() * chance.fraction();
    for (int taste = 0; taste < 3; ++taste) customer.tastes.push_back(chance.one_of(slugs));
    customer.thrift = chance.fraction();
    customers.push_back(std::move(customer));
  }
  return customers;
}

}  // namespace demo
