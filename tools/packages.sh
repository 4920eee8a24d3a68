#!/usr/bin/env bash
# packages.sh - installs the Debian packages that are missing, and says which.
#
#   tools/packages.sh run     what `make run` and `make install` need
#   tools/packages.sh check   that, and what the tests need
set -euo pipefail

run_packages=(g++ make libctemplate-dev libfcgi-dev libpq-dev postgresql-15 nginx-light
  libssl-dev libsodium-dev nlohmann-json3-dev libcurl4-openssl-dev libcli11-dev libstemmer-dev libvips-dev
  libeigen3-dev libxgboost-dev liblinear-dev wamerican-small wbritish-small pkg-config curl procps)
check_packages=(libboost-test-dev clang-format clang-tidy chromium nodejs npm lynx libfcgi-bin default-jre-headless
  apache2-utils libasan8 libubsan1 clang libclang-rt-14-dev prometheus fonts-dejavu-core python3-aiosmtpd)

wanted=("${run_packages[@]}")
[ "${1:-run}" = check ] && wanted+=("${check_packages[@]}")

is_installed() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

missing=()
for package in "${wanted[@]}"; do
  # nodejs may come from elsewhere, with npm inside it; another nginx flavour does as well.
  case $package in
    nodejs) command -v node >/dev/null && continue ;;
    npm) command -v npm >/dev/null && continue ;;
    default-jre-headless) command -v java >/dev/null && continue ;;
    nginx-light) command -v nginx >/dev/null && continue ;;
    clang-format | clang-tidy) command -v "$package" >/dev/null && continue ;;
  esac
  is_installed "$package" || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

echo "Installing: ${missing[*]}" >&2
if ! command -v apt-get >/dev/null; then
  echo "This is not a Debian system: please install the packages above by hand." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Root rights are needed: run 'apt-get install ${missing[*]}' as root, then try again." >&2
    exit 1
  fi
  as_root=(sudo)
fi
# The services that packages bring along are not started: Parley runs its own.
policy=/usr/sbin/policy-rc.d
made_policy=no
if [ ! -e $policy ]; then
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee $policy >/dev/null
  "${as_root[@]}" chmod +x $policy
  made_policy=yes
fi
trap '[ $made_policy = yes ] && "${as_root[@]}" rm -f $policy' EXIT
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
install() { "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >"$log" 2>&1; }
# A fresh machine has no package lists yet.
if ! install; then
  "${as_root[@]}" apt-get update -q >/dev/null 2>&1 || true
  if ! install; then
    tail -n 5 "$log" >&2
    echo "apt-get could not install: ${missing[*]}" >&2
    exit 1
  fi
fi
