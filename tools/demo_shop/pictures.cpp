#include "demo_shop/pictures.h"

#include <array>
#include <functional>
#include <map>
#include <vector>

#include "base/text.h"

namespace demo {
namespace {

struct Shades {
  std::string light{};
  std::string body{};
  std::string dark{};
};

const Shades& shades_of(const std::string& colour) {
  static const std::map<std::string, Shades> all = {
      {"black", {"#4a4d52", "#2e3136", "#17191c"}},
      {"white", {"#ffffff", "#f3f1ec", "#cfcac0"}},
      {"blue", {"#7fa6cf", "#4678ad", "#2d5580"}},
      {"silver", {"#e3e6e9", "#b9bfc5", "#868e96"}},
      {"green", {"#8db58c", "#55875a", "#375e3d"}},
      {"navy", {"#4b6187", "#2b3f63", "#182743"}},
      {"red", {"#dd7d6c", "#c14d3d", "#8d3229"}},
      {"grey", {"#b9b8b3", "#8d8c87", "#62615d"}},
      {"yellow", {"#f3d883", "#e2b63f", "#b1862a"}},
      {"brown", {"#b08562", "#835c3d", "#5a3d27"}},
      {"orange", {"#f0a263", "#d9772f", "#9d4f1c"}},
      {"terracotta", {"#dc9a7c", "#bf6f4d", "#8e4d33"}}};
  const auto found = all.find(colour);
  return found == all.end() ? all.at("grey") : found->second;
}

/// Shapes in a few strokes; {l} {b} {d} are the light, body and dark shade.
const std::map<std::string, std::string>& shapes() {
  static const std::
      map<std::string, std::string>
          all =
              {{"headphones",
                R"svg(<path d="M150 350V320a150 150 0 0 1 300 0v30" fill="none" stroke="{d}" stroke-width="30" stroke-linecap="round"/><rect x="118" y="325" width="82" height="140" rx="38" fill="{b}"/><rect x="400" y="325" width="82" height="140" rx="38" fill="{b}"/><rect x="182" y="335" width="30" height="120" rx="15" fill="{d}"/><rect x="388" y="335" width="30" height="120" rx="15" fill="{d}"/><rect x="134" y="345" width="14" height="90" rx="7" fill="{l}"/>)svg"},
               {"earbuds",
                R"svg(<rect x="170" y="330" width="260" height="130" rx="60" fill="{b}"/><path d="M170 390h260" stroke="{d}" stroke-width="6"/><circle cx="235" cy="245" r="52" fill="{b}"/><rect x="215" y="245" width="34" height="100" rx="17" fill="{b}"/><circle cx="235" cy="245" r="22" fill="{d}"/><circle cx="365" cy="245" r="52" fill="{l}"/><rect x="351" y="245" width="34" height="100" rx="17" fill="{l}"/><circle cx="365" cy="245" r="22" fill="{d}"/>)svg"},
               {"watch",
                R"svg(<rect x="240" y="110" width="120" height="380" rx="30" fill="{d}"/><rect x="195" y="195" width="210" height="210" rx="50" fill="{b}"/><rect x="215" y="215" width="170" height="170" rx="34" fill="#14181c"/><path d="M300 300V245M300 300l38 24" stroke="#eef3f5" stroke-width="10" stroke-linecap="round"/><circle cx="300" cy="300" r="9" fill="#e2b63f"/><rect x="405" y="270" width="16" height="50" rx="8" fill="{d}"/>)svg"},
               {"band",
                R"svg(<rect x="250" y="90" width="100" height="420" rx="50" fill="{b}"/><rect x="258" y="190" width="84" height="220" rx="42" fill="#14181c"/><path d="M280 320h10l8-28 14 52 8-24h12" fill="none" stroke="#7fe0b0" stroke-width="6"/><circle cx="300" cy="130" r="8" fill="{d}"/><circle cx="300" cy="465" r="8" fill="{d}"/>)svg"},
               {"speaker", R"svg(<rect x="190" y="120" width="220" height="370" rx="44" fill="{b}"/><circle cx="300" cy="370" r="78" fill="{d}"/><circle cx="300" cy="370" r="40" fill="{l}"/><circle cx="300" cy="215" r="44" fill="{d}"/><circle cx="300" cy="215" r="20" fill="{l}"/>)svg"},
               {"charger",
                R"svg(<rect x="190" y="200" width="200" height="220" rx="36" fill="{b}"/><rect x="240" y="130" width="22" height="74" rx="6" fill="#9aa0a6"/><rect x="318" y="130" width="22" height="74" rx="6" fill="#9aa0a6"/><rect x="260" y="330" width="60" height="24" rx="12" fill="{d}"/><path d="M290 420c0 70 120 20 120 90" fill="none" stroke="{d}" stroke-width="14"/>)svg"},
               {"case",
                R"svg(<rect x="200" y="90" width="200" height="420" rx="40" fill="{b}"/><rect x="215" y="105" width="170" height="390" rx="28" fill="{l}" opacity=".35"/><rect x="225" y="120" width="86" height="86" rx="24" fill="{d}"/><circle cx="250" cy="145" r="14" fill="#14181c"/><circle cx="286" cy="181" r="14" fill="#14181c"/>)svg"},
               {"keyboard",
                R"svg(<rect x="80" y="220" width="440" height="180" rx="22" fill="{b}"/><g fill="{d}"><rect x="105" y="245" width="36" height="32" rx="6"/><rect x="151" y="245" width="36" height="32" rx="6"/><rect x="197" y="245" width="36" height="32" rx="6"/><rect x="243" y="245" width="36" height="32" rx="6"/><rect x="289" y="245" width="36" height="32" rx="6"/><rect x="335" y="245" width="36" height="32" rx="6"/><rect x="381" y="245" width="36" height="32" rx="6"/><rect x="427" y="245" width="68" height="32" rx="6"/><rect x="105" y="290" width="58" height="32" rx="6"/><rect x="173" y="290" width="36" height="32" rx="6"/><rect x="219" y="290" width="36" height="32" rx="6"/><rect x="265" y="290" width="36" height="32" rx="6"/><rect x="311" y="290" width="36" height="32" rx="6"/><rect x="357" y="290" width="36" height="32" rx="6"/><rect x="403" y="290" width="92" height="32" rx="6"/><rect x="105" y="335" width="80" height="32" rx="6"/><rect x="415" y="335" width="80" height="32" rx="6"/></g><rect x="195" y="335" width="210" height="32" rx="6" fill="{l}"/>)svg"},
               {"tshirt",
                R"svg(<path d="M225 120l-120 70 45 95 55-25v230h190V260l55 25 45-95-120-70c-20 45-130 45-150 0z" fill="{b}"/><path d="M225 120c20 45 130 45 150 0l-18-8c-20 30-94 30-114 0z" fill="{d}"/><path d="M205 260v230h24V250z" fill="{d}" opacity=".35"/>)svg"},
               {"shirt",
                R"svg(<path d="M230 115l-115 65-25 250 70 10 30-170v225h220V270l30 170 70-10-25-250-115-65-70 50z" fill="{b}"/><path d="M300 165l-70-50-20 60 60 50zM300 165l70-50 20 60-60 50z" fill="{l}"/><path d="M300 175v320" stroke="{d}" stroke-width="5"/><g fill="{d}"><circle cx="314" cy="250" r="7"/><circle cx="314" cy="320" r="7"/><circle cx="314" cy="390" r="7"/></g><rect x="340" y="260" width="60" height="60" rx="5" fill="{d}" opacity=".3"/>)svg"},
               {"jacket",
                R"svg(<path d="M225 125l-110 60-30 270 75 10 25-160v205h230V305l25 160 75-10-30-270-110-60c-30-35-120-35-150 0z" fill="{b}"/><path d="M225 125c30-60 120-60 150 0l-75 70z" fill="{d}"/><path d="M300 195v315" stroke="{l}" stroke-width="8"/><rect x="215" y="390" width="60" height="12" rx="6" fill="{d}"/><rect x="325" y="390" width="60" height="12" rx="6" fill="{d}"/>)svg"},
               {"socks",
                R"svg(<path d="M190 110h90v220l-70 110c-30 45-110 10-85-45l65-115z" fill="{b}"/><rect x="184" y="104" width="102" height="52" rx="10" fill="{d}"/><path d="M345 110h90v220l-70 110c-30 45-110 10-85-45l65-115z" fill="{l}"/><rect x="339" y="104" width="102" height="52" rx="10" fill="{d}"/><path d="M345 200h90M345 230h90" stroke="{b}" stroke-width="12"/>)svg"},
               {"scarf",
                R"svg(<path d="M190 150c60-50 160-50 220 0 40 40-20 90-110 90s-150-50-110-90z" fill="{b}"/><path d="M235 220l-30 270h100l10-255z" fill="{d}"/><path d="M300 235l20 265h95l-35-275z" fill="{b}"/><path d="M210 450h95M318 440h92M316 410h90" stroke="{l}" stroke-width="12"/>)svg"},
               {"shoe",
                R"svg(<path d="M90 380c0-60 20-130 60-130 20 50 90 40 110-5l150 95c40 20 100 15 100 70z" fill="{b}"/><path d="M80 385h440c0 40-10 55-40 55H120c-30 0-40-20-40-55z" fill="#f4f2ee"/><path d="M80 420h440" stroke="{d}" stroke-width="6"/><path d="M285 275l-28 34M320 297l-28 34M355 318l-28 34" stroke="#fff" stroke-width="9" stroke-linecap="round"/>)svg"},
               {"boot",
                R"svg(<path d="M190 110h140v180c0 40 40 50 90 70 50 20 70 40 70 80H190z" fill="{b}"/><path d="M170 440h330v46a14 14 0 0 1-14 14H184a14 14 0 0 1-14-14z" fill="#2b2621"/><rect x="180" y="100" width="160" height="50" rx="14" fill="{d}"/><path d="M330 190h-60M330 230h-60M335 270h-60M360 305l-50 16" stroke="{l}" stroke-width="9" stroke-linecap="round"/>)svg"},
               {"lamp",
                R"svg(<path d="M220 130h160l60 170H160z" fill="{l}"/><path d="M220 130h50l-30 170h-80z" fill="#fff" opacity=".35"/><path d="M280 300h40v40c60 20 70 60 70 100H210c0-40 10-80 70-100z" fill="{b}"/><rect x="190" y="440" width="220" height="34" rx="17" fill="{d}"/>)svg"},
               {"bulb",
                R"svg(<path d="M300 110a130 130 0 0 0-70 240c15 12 20 30 20 50h100c0-20 5-38 20-50a130 130 0 0 0-70-240z" fill="#f7e8b0"/><path d="M270 400l-20-120 50 30 50-30-20 120" fill="none" stroke="#d9a93a" stroke-width="8"/><rect x="248" y="400" width="104" height="24" fill="#b9bfc5"/><rect x="256" y="430" width="88" height="20" fill="#9aa0a6"/><rect x="268" y="456" width="64" height="20" rx="8" fill="#868e96"/>)svg"},
               {"mug",
                R"svg(<path d="M160 190h230v230a60 60 0 0 1-60 60H220a60 60 0 0 1-60-60z" fill="{b}"/><path d="M390 240h30a65 65 0 0 1 0 140h-30" fill="none" stroke="{b}" stroke-width="30"/><ellipse cx="275" cy="190" rx="115" ry="28" fill="{d}"/><ellipse cx="275" cy="194" rx="98" ry="20" fill="#5b3a25"/><path d="M185 240v170" stroke="{l}" stroke-width="16" stroke-linecap="round"/>)svg"},
               {"pan",
                R"svg(<circle cx="250" cy="320" r="170" fill="#3b3e42"/><circle cx="250" cy="320" r="140" fill="#55595e"/><rect x="375" y="190" width="200" height="44" rx="22" transform="rotate(-38 400 215)" fill="#6b4a33"/><path d="M150 300a105 105 0 0 1 80-80" fill="none" stroke="#8d9298" stroke-width="10" stroke-linecap="round"/>)svg"},
               {"knife",
                R"svg(<path d="M110 400L400 130c20 60-60 190-150 270z" fill="#cfd4d9"/><path d="M110 400L400 130l-10 30-250 240z" fill="#f3f5f6"/><path d="M110 400l-20 20 40 60c10 10 30 10 40 0l50-50-30-30z" fill="#5a3d27"/><circle cx="128" cy="440" r="7" fill="#cfd4d9"/><circle cx="160" cy="428" r="7" fill="#cfd4d9"/>)svg"},
               {"cushion",
                R"svg(<path d="M130 150c110 25 230 25 340 0 12 8 12 20 8 30-25 90-25 150 0 240 4 12 4 24-8 30-110-25-230-25-340 0-12-6-12-18-8-30 25-90 25-150 0-240-4-10-4-22 8-30z" fill="{b}"/><path d="M180 220c80 15 160 15 240 0M180 380c80-15 160-15 240 0" fill="none" stroke="{d}" stroke-width="8"/><circle cx="300" cy="300" r="14" fill="{d}"/>)svg"},
               {"towel",
                R"svg(<rect x="150" y="130" width="300" height="340" rx="20" fill="{b}"/><rect x="150" y="130" width="300" height="60" rx="20" fill="{d}"/><path d="M150 380h300M150 405h300" stroke="{l}" stroke-width="14"/><path d="M165 470v24M200 470v24M235 470v24M270 470v24M305 470v24M340 470v24M375 470v24M410 470v24M435 470v24" stroke="{d}" stroke-width="6"/>)svg"},
               {"bag",
                R"svg(<path d="M190 140h220l20 350H170z" fill="#7a5a42"/><path d="M190 140h220l-8 60H198z" fill="#5a3d27"/><rect x="215" y="260" width="170" height="150" rx="10" fill="#f3ead8"/><ellipse cx="300" cy="335" rx="46" ry="30" fill="#5a3d27" transform="rotate(-30 300 335)"/><path d="M265 355c25-10 45-30 70-40" stroke="#f3ead8" stroke-width="6" fill="none"/>)svg"},
               {"pot", R"svg(<path d="M170 270h260l-35 210H205z" fill="{b}"/><rect x="150" y="235" width="300" height="55" rx="12" fill="{d}"/><path d="M300 240c-10-60-80-80-110-70 0 50 50 80 110 70zM300 240c0-80 40-130 90-140 20 60-20 130-90 140zM300 235c-20-50-10-100 20-140 30 50 20 100-20 140z" fill="#5f8f55"/><path d="M195 310l20 150" stroke="{l}" stroke-width="14" stroke-linecap="round"/>)svg"},
               {"can",
                R"svg(<path d="M200 250h200v210a20 20 0 0 1-20 20H220a20 20 0 0 1-20-20z" fill="{b}"/><path d="M400 340l110-110 22 22-132 150z" fill="{d}"/><path d="M500 210l60 50-20 20-60-50z" fill="{b}"/><path d="M215 250c0-110 170-110 170 0" fill="none" stroke="{d}" stroke-width="22"/><path d="M225 290v150" stroke="{l}" stroke-width="14" stroke-linecap="round"/>)svg"},
               {"pruner",
                R"svg(<path d="M310 270L420 100c30 30 10 110-60 190z" fill="#cfd4d9"/><path d="M290 275L200 130c-30 40 0 120 50 160z" fill="#9aa0a6"/><path d="M285 280c-60 60-110 130-120 220l40 5c30-80 70-130 120-180z" fill="{b}"/><path d="M315 280c60 60 100 130 110 220l-40 5c-30-80-60-130-110-180z" fill="{d}"/><circle cx="300" cy="290" r="24" fill="#62615d"/>)svg"},
               {"basketball",
                R"svg(<circle cx="300" cy="300" r="180" fill="{b}"/><path d="M120 300h360M300 120v360M175 170c80 70 80 190 0 260M425 170c-80 70-80 190 0 260" fill="none" stroke="#3a2413" stroke-width="9"/><path d="M190 190a160 160 0 0 1 70-45" stroke="{l}" stroke-width="16" fill="none" stroke-linecap="round"/>)svg"},
               {"football",
                R"svg(<circle cx="300" cy="300" r="180" fill="#f7f6f2"/><path d="M300 220l76 55-29 90h-94l-29-90z" fill="#2b2f36"/><path d="M300 220v-98M376 275l100-30M347 365l62 82M253 365l-62 82M224 275l-100-30" stroke="#2b2f36" stroke-width="8"/><path d="M300 122l-50-10M300 122l50-10M476 245l5 60M124 245l-5 60" stroke="#2b2f36" stroke-width="16"/>)svg"},
               {"mat",
                R"svg(<path d="M120 250l300-80 80 200-300 90z" fill="{b}"/><path d="M120 250a42 60 0 0 0 80 210 42 60 0 0 0-80-210z" fill="{d}"/><ellipse cx="160" cy="355" rx="30" ry="70" transform="rotate(-14 160 355)" fill="{l}"/><ellipse cx="160" cy="355" rx="14" ry="36" transform="rotate(-14 160 355)" fill="{d}"/>)svg"},
               {"block",
                R"svg(<path d="M130 260l240-70 110 70v130l-240 80-110-80z" fill="{b}"/><path d="M130 260l110 75 240-75-110-70z" fill="{l}"/><path d="M240 335v135l240-80V260z" fill="{d}"/>)svg"},
               {"dumbbell",
                R"svg(<rect x="200" y="278" width="200" height="44" rx="10" fill="#868e96"/><rect x="110" y="200" width="60" height="200" rx="20" fill="{b}"/><rect x="165" y="225" width="45" height="150" rx="14" fill="{d}"/><rect x="430" y="200" width="60" height="200" rx="20" fill="{b}"/><rect x="390" y="225" width="45" height="150" rx="14" fill="{d}"/><path d="M125 225v120" stroke="{l}" stroke-width="10" stroke-linecap="round"/>)svg"},
               {"bottle",
                R"svg(<rect x="225" y="190" width="150" height="310" rx="40" fill="{b}"/><rect x="250" y="150" width="100" height="50" rx="8" fill="{d}"/><rect x="262" y="100" width="76" height="60" rx="14" fill="{d}"/><path d="M250 240v200" stroke="{l}" stroke-width="16" stroke-linecap="round"/><rect x="225" y="330" width="150" height="12" fill="{d}" opacity=".4"/>)svg"},
               {"bear",
                R"svg(<circle cx="215" cy="150" r="45" fill="{b}"/><circle cx="385" cy="150" r="45" fill="{b}"/><circle cx="300" cy="210" r="110" fill="{b}"/><ellipse cx="300" cy="400" rx="120" ry="110" fill="{b}"/><ellipse cx="300" cy="410" rx="70" ry="70" fill="{l}"/><ellipse cx="300" cy="245" rx="45" ry="34" fill="{l}"/><circle cx="258" cy="195" r="11" fill="#2b2117"/><circle cx="342" cy="195" r="11" fill="#2b2117"/><ellipse cx="300" cy="232" rx="15" ry="11" fill="#2b2117"/><ellipse cx="180" cy="360" rx="40" ry="62" fill="{d}" transform="rotate(20 180 360)"/><ellipse cx="420" cy="360" rx="40" ry="62" fill="{d}" transform="rotate(-20 420 360)"/><ellipse cx="235" cy="495" rx="55" ry="32" fill="{d}"/><ellipse cx="365" cy="495" rx="55" ry="32" fill="{d}"/>)svg"},
               {"puzzle",
                R"svg(<rect x="120" y="150" width="360" height="300" rx="12" fill="#6d8fb0"/><path d="M120 370l110-110 70 70 90-110 90 100v118a12 12 0 0 1-12 12H132a12 12 0 0 1-12-12z" fill="#55875a"/><circle cx="400" cy="205" r="34" fill="#f3d883"/><path d="M240 150v300M360 150v300M120 250h360M120 350h360" stroke="#fff" stroke-width="4" opacity=".75"/><circle cx="240" cy="300" r="16" fill="#55875a" stroke="#fff" stroke-width="4"/><circle cx="360" cy="300" r="16" fill="#55875a" stroke="#fff" stroke-width="4"/>)svg"},
               {"blocks",
                R"svg(<rect x="120" y="330" width="140" height="140" rx="10" fill="#c14d3d"/><rect x="270" y="330" width="140" height="140" rx="10" fill="#4678ad"/><rect x="195" y="180" width="140" height="140" rx="10" fill="#e2b63f"/><path d="M420 470l75-140 75 140z" fill="#55875a"/><path d="M195 180l70-90 70 90z" fill="#55875a"/><g fill="#fff" opacity=".85"><circle cx="190" cy="400" r="26"/><rect x="316" y="376" width="48" height="48" rx="6"/></g>)svg"},
               {"soap",
                R"svg(<rect x="130" y="240" width="340" height="190" rx="60" fill="#e9d9c4"/><rect x="160" y="265" width="280" height="140" rx="46" fill="#f4e9da"/><path d="M240 335c30-40 90-40 120 0-30 40-90 40-120 0z" fill="#9cb089"/><circle cx="180" cy="190" r="26" fill="#fff" opacity=".8"/><circle cx="235" cy="160" r="16" fill="#fff" opacity=".8"/><circle cx="420" cy="180" r="34" fill="#fff" opacity=".8"/>)svg"},
               {"jar",
                R"svg(<rect x="175" y="250" width="250" height="220" rx="40" fill="#f3f1ec"/><rect x="165" y="170" width="270" height="90" rx="22" fill="#9cb089"/><path d="M185 190v50M215 190v50M245 190v50M275 190v50M305 190v50M335 190v50M365 190v50M395 190v50M415 190v50" stroke="#7f956d" stroke-width="6"/><rect x="215" y="320" width="170" height="80" rx="8" fill="#d9e2cf"/><path d="M240 350h120M260 375h80" stroke="#7f956d" stroke-width="8" stroke-linecap="round"/>)svg"},
               {"notebook",
                R"svg(<rect x="165" y="110" width="280" height="380" rx="16" fill="{d}"/><rect x="155" y="110" width="280" height="380" rx="16" fill="{b}"/><rect x="155" y="110" width="44" height="380" rx="16" fill="{d}"/><rect x="250" y="190" width="140" height="70" rx="6" fill="{l}"/><path d="M410 110v380" stroke="{d}" stroke-width="10"/>)svg"},
               {"pen",
                R"svg(<g transform="rotate(45 300 300)"><rect x="272" y="90" width="56" height="170" rx="24" fill="{b}"/><rect x="268" y="250" width="64" height="22" fill="#d9b45a"/><rect x="276" y="270" width="48" height="130" fill="{d}"/><path d="M276 400h48l-18 90h-12z" fill="#d9b45a"/><path d="M300 430v60" stroke="#7a5f22" stroke-width="4"/><rect x="318" y="110" width="10" height="120" rx="5" fill="#d9b45a"/></g>)svg"},
               {"backpack",
                R"svg(<path d="M235 150a65 65 0 0 1 130 0" fill="none" stroke="{d}" stroke-width="18"/><path d="M170 260c0-90 60-120 130-120s130 30 130 120v200a36 36 0 0 1-36 36H206a36 36 0 0 1-36-36z" fill="{b}"/><rect x="205" y="330" width="190" height="130" rx="20" fill="{d}"/><rect x="205" y="350" width="190" height="10" fill="{l}"/><path d="M190 250h220" stroke="{d}" stroke-width="8"/><rect x="285" y="240" width="30" height="36" rx="6" fill="{l}"/>)svg"}};
  return all;
}

std::string with_shades(std::string text, const Shades& shades) {
  const std::array<std::pair<std::string, std::string>, 3> slots = {
      {{"{l}", shades.light}, {"{b}", shades.body}, {"{d}", shades.dark}}};
  for (const auto& [slot, value] : slots) {
    for (std::size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at)) {
      text.replace(at, slot.size(), value);
    }
  }
  return text;
}

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '"': result += "&quot;"; break;
      default: result += c;
    }
  }
  return result;
}

/// A title broken into lines of about a dozen characters.
std::vector<std::string> title_lines(const std::string& title) {
  std::vector<std::string> lines;
  for (const std::string_view word : split(title, ' ')) {
    constexpr std::size_t kWidth = 12;
    const bool fits = !lines.empty() && lines.back().size() + 1 + word.size() <= kWidth;
    if (fits) {
      lines.back() += " " + std::string(word);
    } else {
      lines.emplace_back(word);
    }
  }
  return lines;
}

/// Four designs, so that a shelf of books looks like one.
std::string book_cover(const Product& product) {
  const Shades& shades = shades_of(product.colour);
  const bool is_light = product.colour == "white" || product.colour == "yellow";
  const std::string ink = is_light ? "#2b2621" : "#fbf7ee";
  std::string art;
  switch (product.id % 4) {
    case 0:
      art =
          R"(<circle cx="300" cy="395" r="62" fill="{l}"/><path d="M160 430l70-60 60 50 70-80 80 90v60H160z" fill="{d}"/>)";
      break;
    case 1:
      art =
          R"(<path d="M160 360h280M160 380h280M160 400h280M160 420h280M160 440h280" stroke="{l}" stroke-width="7"/>)";
      break;
    case 2:
      art =
          R"(<rect x="250" y="340" width="100" height="110" fill="{l}"/><path d="M240 340l60-50 60 50z" fill="{d}"/><rect x="285" y="390" width="30" height="60" fill="{d}"/>)";
      break;
    default:
      art =
          R"(<path d="M180 450c40-120 200-120 240 0z" fill="{d}"/><path d="M220 450c30-70 130-70 160 0z" fill="{l}"/>)";
  }
  std::string text =
      R"(<rect x="172" y="82" width="276" height="420" rx="6" fill="{d}"/><rect x="160" y="80" width="280" height="420" rx="6" fill="{b}"/><rect x="160" y="80" width="18" height="420" fill="{d}" opacity=".5"/>)" +
      art;
  text = with_shades(text, shades);
  int y = 150;
  const auto lines = title_lines(product.name);
  const int size = lines.size() > 4 ? 28 : 36;
  for (const std::string& line : lines) {
    text += "<text x=\"308\" y=\"" + std::to_string(y) +
            "\" text-anchor=\"middle\" font-family=\"Georgia,serif\" font-size=\"" +
            std::to_string(size) + "\" fill=\"" + ink + "\">" + escaped(line) + "</text>";
    y += size + 8;
  }
  text +=
      "<text x=\"308\" y=\"482\" text-anchor=\"middle\" font-family=\"sans-serif\" "
      "font-size=\"19\" fill=\"" +
      ink + "\">" + escaped(product.attribute("Author")) + "</text>";
  return text;
}

std::string ground_of(std::int64_t id) {
  static const std::array<std::string, 6> kGrounds = {"#f1eee7", "#e8ecea", "#eae9f0",
                                                      "#f3e9e2", "#e9eef2", "#f0eddd"};
  return kGrounds[static_cast<std::size_t>(id) % kGrounds.size()];
}

std::string shape_of(const Product& product) {
  if (product.drawing == "book") return book_cover(product);
  return with_shades(shapes().at(product.drawing), shades_of(product.colour));
}

std::string picture(const std::string& ground, const std::string& inside) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 600\"><rect width=\"600\" "
         "height=\"600\" fill=\"" +
         ground +
         "\"/><ellipse cx=\"300\" cy=\"512\" rx=\"190\" ry=\"20\" fill=\"#000\" opacity=\".07\"/>" +
         inside + "</svg>\n";
}

}  // namespace

std::string draw(const Product& product) {
  return picture(ground_of(product.id), shape_of(product));
}

std::string draw_detail(const Product& product) {
  const std::string shape = shape_of(product);
  return picture(
      ground_of(product.id + 3),
      "<g transform=\"rotate(-8 300 300) translate(-150 -150) scale(1.5)\">" + shape + "</g>");
}

}  // namespace demo
